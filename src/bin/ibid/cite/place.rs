//! A place as people write it: `12` or `12:5`.

use ibid::citing::Start;
use ibid::error::Error;

pub fn parse(written: &str) -> Result<Start, Error> {
    let wrong = || {
        Error::new(format!("`{written}` is no line"))
            .hint("write --at 12, or --at 12:5 for a line and a column")
    };
    let number = |part: &str| part.parse::<usize>().ok().filter(|&number| number > 0).ok_or_else(wrong);
    match written.split_once(':') {
        None => Ok(Start { line: number(written)?, column: None }),
        Some((line, column)) => Ok(Start { line: number(line)?, column: Some(number(column)?) }),
    }
}
