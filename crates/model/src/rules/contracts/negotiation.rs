//! What contradicts itself in a line about which the two sides of a contract negotiate.

use crate::calculation::{Finding, FindingKind, Ledger, findings_of_part, format};
use crate::plan::{ContractLine, Id, LineState, Row, Table};

findings_of_part! {
    /// The two sides are said to have settled a line, and no amount follows from that.
    LINE_SETTLED_WITHOUT_AMOUNT: warning(
        "line-settled-without-amount",
        "Give what was agreed, or the offer; to split a line takes an offer and an ask."
    )
    /// An amount is agreed for a line that is not settled.
    LINE_AGREED_AND_OPEN: warning("line-agreed-and-open", "Correct the state of the line, or take the amount out.")
    /// What is agreed lies neither at nor between the offer and the ask.
    LINE_AGREED_OUTSIDE: warning(
        "line-agreed-outside",
        "Correct the amount, or its unit; where it is right, settle the finding with a note why."
    )
    /// The provider asks for less than the commissioner offers.
    LINE_ASK_BELOW_OFFER: information(
        "line-ask-below-offer",
        "Do the two amounts stand in each other's column? Where both are right, the line can be agreed."
    )
}

/// Reports all of them.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    for (row, line) in ledger.plan.contract_lines.iter() {
        if let Some((finding, column, says)) = contradiction(line) {
            say(ledger, (row, line), finding, column, &says);
        }
    }
}

/// The first thing that cannot be meant.
fn contradiction(line: Row<'_, ContractLine>) -> Option<(&'static FindingKind, &'static str, String)> {
    let (offer, ask, agreed) = (line.offer(), line.ask(), line.agreed());
    let state = line.state();
    let unsettled = match state {
        Some(LineState::Agreed) if agreed.is_none() && offer.is_none() => Some("is agreed, without an amount"),
        Some(LineState::Split) if offer.is_none() || ask.is_none() => Some("is split, without an offer and an ask"),
        _ => None,
    };
    if let Some(says) = unsettled {
        return Some((&LINE_SETTLED_WITHOUT_AMOUNT, "state", says.to_owned()));
    }
    if let Some(agreed) = agreed.filter(|_| !matches!(state, Some(LineState::Agreed))) {
        let says = format!("has {} agreed, and is not said to be agreed", format::pounds(agreed.get()));
        return Some((&LINE_AGREED_AND_OPEN, "state", says));
    }
    let (offer, ask) = offer.zip(ask)?;
    let [offer_words, ask_words] = [offer, ask].map(|cell| format::pounds(cell.get()));
    if let Some(agreed) = agreed {
        let (least, most) = (offer.fixed().minimum(ask.fixed()), offer.fixed().maximum(ask.fixed()));
        if agreed.fixed().is_below(least) || most.is_below(agreed.fixed()) {
            let agreed = format::pounds(agreed.get());
            let says = format!("is agreed at {agreed}, and {offer_words} was offered and {ask_words} asked for");
            return Some((&LINE_AGREED_OUTSIDE, "agreed", says));
        }
    }
    let is_below = ask.fixed().is_below(offer.fixed());
    is_below
        .then(|| (&LINE_ASK_BELOW_OFFER, "ask", format!("has an ask of {ask_words}, below the offer of {offer_words}")))
}

fn say(
    ledger: &mut Ledger<'_>,
    (row, line): (Id<ContractLine>, Row<'_, ContractLine>),
    finding: &'static FindingKind,
    column: &'static str,
    says: &str,
) {
    let message = format!("\"{}\" {says}.", line.name());
    ledger.report(|| Finding::of(finding, message).at(Table::ContractLine, row.index(), column));
}
