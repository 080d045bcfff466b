use super::{Answers, Binary, Instruction, Operand, Program};
use crate::quantity::{Fixed, Total, split_fixed};

/// How many variations are computed at once: enough that each instruction is decoded rarely, few enough that the
/// numbers in use stay near the processor.
const LANES: usize = 64;

/// The numbers of the variations that are computed at once.
type Lanes = [Fixed; LANES];

/// What a run of the program works in.
struct State {
    slots: Vec<Lanes>,
    sums: Vec<[Total; LANES]>,
    /// The variations for which a decision would come out in another way.
    broken: [bool; LANES],
    constant: [Lanes; 2],
}

impl Program {
    /// Runs the program; `value` gives the number of each varied cell, by position, in each variation.
    pub(crate) fn run(&self, originals: &[Fixed], variations: usize, value: &dyn Fn(usize, usize) -> Fixed) -> Answers {
        let zero = [Fixed::ZERO; LANES];
        let mut state = State {
            slots: vec![zero; self.slots],
            sums: vec![[Total::default(); LANES]; self.sums],
            broken: [false; LANES],
            constant: [zero; 2],
        };
        let mut answers = Answers {
            values: self.results.iter().map(|_| Vec::with_capacity(variations)).collect(),
            to_compute_whole: Vec::new(),
        };
        let mut first = 0;
        while first < variations {
            let lanes = LANES.min(variations - first);
            state.broken = [false; LANES];
            for instruction in &self.instructions {
                state.execute(instruction, originals, &|input, lane| value(input, first + lane.min(lanes - 1)));
            }
            for (values, result) in answers.values.iter_mut().zip(&self.results) {
                match *result {
                    Operand::Slot(slot) => {
                        let found = state.slots.get(slot as usize).unwrap_or(&zero);
                        values.extend(found.iter().take(lanes));
                    }
                    Operand::Constant(constant) => values.extend(std::iter::repeat_n(constant, lanes)),
                }
            }
            let broken = state.broken.iter().take(lanes).enumerate().filter(|(_, broken)| **broken);
            answers.to_compute_whole.extend(broken.map(|(lane, _)| first + lane));
            first += lanes;
        }
        answers
    }
}

impl State {
    fn lanes<'s>(slots: &'s [Lanes], constant: &'s mut Lanes, operand: Operand) -> &'s Lanes {
        match operand {
            Operand::Constant(number) => {
                *constant = [number; LANES];
                constant
            }
            Operand::Slot(slot) => match slots.get(slot as usize) {
                Some(lanes) => lanes,
                None => constant,
            },
        }
    }

    fn put(&mut self, to: u32, lanes: Lanes) {
        if let Some(slot) = self.slots.get_mut(to as usize) {
            *slot = lanes;
        }
    }

    fn each(&mut self, from: u32, to: u32, operation: impl Fn(Fixed) -> Fixed) {
        let found = self.slots.get(from as usize).map(|lanes| lanes.map(operation));
        if let Some(lanes) = found {
            self.put(to, lanes);
        }
    }

    fn both(&mut self, left: Operand, right: Operand, to: u32, operation: impl Fn(Fixed, Fixed) -> Fixed) {
        let [of_left, of_right] = &mut self.constant;
        let left = Self::lanes(&self.slots, of_left, left);
        let right = Self::lanes(&self.slots, of_right, right);
        let mut result = [Fixed::ZERO; LANES];
        for ((result, left), right) in result.iter_mut().zip(left).zip(right) {
            *result = operation(*left, *right);
        }
        self.put(to, result);
    }

    fn execute(&mut self, instruction: &Instruction, originals: &[Fixed], value: &dyn Fn(usize, usize) -> Fixed) {
        match instruction {
            Instruction::Input { input, to } => {
                let mut lanes = [Fixed::ZERO; LANES];
                for (lane, number) in lanes.iter_mut().enumerate() {
                    *number = value(*input as usize, lane);
                }
                self.put(*to, lanes);
            }
            Instruction::Binary { operation, left, right, to } => match operation {
                Binary::Subtract => self.both(*left, *right, *to, Fixed::minus),
                Binary::Multiply => self.both(*left, *right, *to, Fixed::times),
                Binary::Divide => self.both(*left, *right, *to, Fixed::over),
                Binary::Minimum => self.both(*left, *right, *to, Fixed::minimum),
                Binary::Maximum => self.both(*left, *right, *to, Fixed::maximum),
            },
            Instruction::Negate { from, to } => self.each(*from, *to, Fixed::negated),
            Instruction::Round { from, places, to } => self.each(*from, *to, |number| number.rounded(*places)),
            Instruction::BeginSum { sum, total } => {
                if let Some(sums) = self.sums.get_mut(*sum as usize) {
                    *sums = [*total; LANES];
                }
            }
            Instruction::AddTo { sum, from } => {
                let (Some(sums), Some(numbers)) = (self.sums.get_mut(*sum as usize), self.slots.get(*from as usize))
                else {
                    return;
                };
                for ((sum, number), broken) in sums.iter_mut().zip(numbers).zip(&mut self.broken) {
                    // Of several faults the first counts, and which that is the order of the parts decides: it is
                    // not the order in which they are added here.
                    *broken |= number.is_fault() && sum.fault().is_some_and(|fault| Fixed::fault(fault) != *number);
                    sum.add_fixed(*number);
                }
            }
            Instruction::EndSum { sum, to } => {
                if let Some(sums) = self.sums.get(*sum as usize) {
                    let lanes = sums.map(Total::finish_fixed);
                    self.put(*to, lanes);
                }
            }
            Instruction::Split { whole, weights, places, parts } => self.split(*whole, weights, *places, parts),
            Instruction::Check { number, other, condition } => {
                let [of_number, of_other] = &mut self.constant;
                let numbers = Self::lanes(&self.slots, of_number, *number);
                let others = Self::lanes(&self.slots, of_other, *other);
                for ((number, other), broken) in numbers.iter().zip(others).zip(&mut self.broken) {
                    *broken |= !condition.holds(*number, |_| *other);
                }
            }
            Instruction::CheckInput { input } => {
                let was = originals.get(*input as usize).copied().unwrap_or(Fixed::ZERO);
                for (lane, broken) in self.broken.iter_mut().enumerate() {
                    *broken |= value(*input as usize, lane) != was;
                }
            }
        }
    }

    fn split(&mut self, whole: Operand, weights: &[Operand], places: u32, parts: &[(u32, u32)]) {
        let mut results = vec![[Fixed::ZERO; LANES]; parts.len()];
        for lane in 0..LANES {
            let number = |operand: &Operand| match *operand {
                Operand::Constant(number) => number,
                Operand::Slot(slot) => {
                    self.slots.get(slot as usize).and_then(|lanes| lanes.get(lane)).copied().unwrap_or(Fixed::ZERO)
                }
            };
            let of_weights: Vec<Fixed> = weights.iter().map(number).collect();
            let split = split_fixed(number(&whole), &of_weights, places);
            for (result, (position, _)) in results.iter_mut().zip(parts) {
                if let (Some(result), Some(part)) = (result.get_mut(lane), split.get(*position as usize)) {
                    *result = *part;
                }
            }
        }
        for (result, (_, to)) in results.into_iter().zip(parts) {
            self.put(*to, result);
        }
    }
}
