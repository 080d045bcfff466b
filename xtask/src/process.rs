//! Running other programs, never for longer than they are allowed.

use std::env;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, OrSay, Outcome};

/// How long a compilation may take: far more than any does, so that only a hang meets it.
pub const COMPILATION: Duration = Duration::from_secs(60 * 60);

/// How long a question to a tool may take (`rustc --print …`).
pub const QUESTION: Duration = Duration::from_secs(60);

/// How long something that needs the network may take.
pub const DOWNLOAD: Duration = Duration::from_secs(15 * 60);

/// Runs a program to its end; its output goes to the terminal. A failing program is a [`Failure`].
pub fn run(command: &mut Command, limit: Duration) -> Outcome<()> {
    let written = describe(command);
    let mut child = start(command, &written)?;
    judged(wait(&mut child, limit, &written)?, &written)
}

/// Runs a program to its end and returns what it printed on its standard output.
pub fn capture(command: &mut Command, limit: Duration) -> Outcome<String> {
    let written = describe(command);
    let answer = answer(command, limit)?;
    if answer.status.success() {
        return Ok(answer.output);
    }
    Err(Failure::new(format!("`{written}` failed ({}): {}", answer.status, answer.errors.trim())))
}

/// What a program printed, and how it ended.
#[derive(Debug)]
pub struct Answer {
    /// How it ended.
    pub status: ExitStatus,
    /// What it printed on its standard output.
    pub output: String,
    /// What it printed on its standard error.
    pub errors: String,
}

/// Runs a program to its end, whether it fails or not.
pub fn answer(command: &mut Command, limit: Duration) -> Outcome<Answer> {
    begin(command)?.answer(limit)
}

/// Starts a program that runs while others do. What it prints is kept for when it has ended.
pub fn begin(command: &mut Command) -> Outcome<Running> {
    let written = describe(command);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = start(command, &written)?;
    let output = child.stdout.take().map(read_in_the_background);
    let errors = child.stderr.take().map(read_in_the_background);
    Ok(Running { child, written, output, errors })
}

/// A program that was started and not waited for yet.
#[derive(Debug)]
pub struct Running {
    child: Child,
    written: String,
    output: Option<thread::JoinHandle<Vec<u8>>>,
    errors: Option<thread::JoinHandle<Vec<u8>>>,
}

impl Running {
    /// Waits for its end, for as long as `limit` from now, and prints what it printed. A failing program is a [`Failure`].
    pub fn finish(self, limit: Duration) -> Outcome<()> {
        let written = self.written.clone();
        let answer = self.answer(limit)?;
        print!("{}{}", answer.errors, answer.output);
        judged(answer.status, &written)
    }

    fn answer(mut self, limit: Duration) -> Outcome<Answer> {
        let status = wait(&mut self.child, limit, &self.written)?;
        let text = |reader: Option<thread::JoinHandle<Vec<u8>>>| {
            let bytes = reader.and_then(|reader| reader.join().ok()).unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        Ok(Answer { status, output: text(self.output), errors: text(self.errors) })
    }
}

/// Runs a program to its end; its output goes to the terminal line by line as it comes, and the lines that `wanted` chooses
/// are kept too, also those of a program that fails later.
pub fn run_and_keep(
    command: &mut Command,
    limit: Duration,
    wanted: fn(&str) -> bool,
    kept: &mut Vec<String>,
) -> Outcome<()> {
    let written = describe(command);
    let mut child = start(command.stdout(Stdio::piped()), &written)?;
    let lines = child.stdout.take().map(|output| {
        thread::spawn(move || {
            let mut chosen = Vec::new();
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                println!("{line}");
                if wanted(&line) {
                    chosen.push(line);
                }
            }
            chosen
        })
    });
    let status = wait(&mut child, limit, &written);
    kept.extend(lines.and_then(|lines| lines.join().ok()).unwrap_or_default());
    judged(status?, &written)
}

/// The program of that name on the search path, if there is one.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
        .find(|candidate| candidate.is_file())
}

/// A new command for a program found on the search path, started in `folder`.
pub fn command(program: impl AsRef<Path>, folder: &Path) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(folder);
    command
}

/// The cargo that started this tool, or the one on the search path.
pub fn cargo(folder: &Path) -> Command {
    let program = env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    command(program, folder)
}

/// A program that ended without success is a [`Failure`].
fn judged(status: ExitStatus, written: &str) -> Outcome<()> {
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{written}` failed ({status}).")))
}

fn start(command: &mut Command, written: &str) -> Outcome<Child> {
    command.spawn().or_say(|| format!("start `{written}`"))
}

fn read_in_the_background(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // A stream that breaks off is judged by the program's exit status.
        let _ = stream.read_to_end(&mut bytes);
        bytes
    })
}

fn wait(child: &mut Child, limit: Duration, written: &str) -> Outcome<ExitStatus> {
    let begun = Instant::now();
    let mut pause = Duration::from_millis(2);
    loop {
        if let Some(status) = child.try_wait().or_say(|| format!("wait for `{written}`"))? {
            return Ok(status);
        }
        if begun.elapsed() > limit {
            // Both may fail only where the program has just ended by itself.
            let _ = child.kill();
            let _ = child.wait();
            return Err(Failure::new(format!(
                "`{written}` was stopped: it took more than {} seconds.",
                limit.as_secs()
            )));
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
    }
}

/// The command as a person would type it, without its environment.
fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let mut words = vec![name.to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::failure::message_of;

    #[test]
    fn a_program_that_hangs_is_stopped() {
        let begun = Instant::now();
        let result = run(Command::new("sleep").arg("30"), Duration::from_millis(50));
        let message = message_of(result);
        assert!(message.contains("`sleep 30` was stopped"), "{message}");
        assert!(begun.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn what_a_failing_program_said_is_in_the_message() {
        let result = capture(Command::new("sh").args(["-c", "echo no such target >&2; exit 3"]), QUESTION);
        let message = message_of(result);
        assert!(message.contains("no such target"), "{message}");
    }

    #[test]
    fn the_lines_that_are_wanted_are_kept_also_where_the_program_fails() {
        let mut kept = vec!["before".to_owned()];
        let mut program = Command::new("sh");
        program.args(["-c", "echo one; echo two; printf 'owed'; exit 3"]);
        let result = run_and_keep(&mut program, QUESTION, |line| line.starts_with('o'), &mut kept);
        assert!(message_of(result).contains("failed"));
        assert_eq!(kept, ["before", "one", "owed"]);
    }

    #[test]
    fn a_program_runs_while_others_do_and_is_judged_when_it_is_waited_for() {
        // It ends as it should by what is done only after it was begun.
        let marker = env::temp_dir().join(format!("one-plan-begun-{}", std::process::id()));
        let script = "for turn in $(seq 500); do [ -e \"$0\" ] && rm \"$0\" && exit 4; sleep 0.02; done; exit 5";
        let running = begin(Command::new("sh").args(["-c", script]).arg(&marker)).unwrap();
        std::fs::write(&marker, "").unwrap();
        let message = message_of(running.finish(QUESTION));
        assert!(message.contains("failed (exit status: 4)"), "{message}");
        assert_eq!(begin(Command::new("true").arg("always")).unwrap().finish(QUESTION), Ok(()));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let result = capture(&mut Command::new("no-such-program"), QUESTION);
        let message = message_of(result);
        assert!(message.contains("start `no-such-program`"), "{message}");
    }
}
