//! When a copy was taken, as a person says it or by the clock.

use crate::output;
use ibid::error::Error;

/// When a copy was taken: as TOML writes it, and its day.
pub struct Taken {
    pub written: String,
    pub day: String,
}

/// The moment that a person names, or now.
pub fn taken(given: Option<&str>) -> Result<Taken, Error> {
    let Some(given) = given else {
        let now = jiff::Timestamp::now().round(jiff::Unit::Second).unwrap_or_else(|_| jiff::Timestamp::now());
        let written = now.to_string();
        return Ok(Taken { day: written[..10].to_owned(), written });
    };
    let wrong = || {
        Error::new(format!("`{given}` is no date or time"))
            .hint("write --captured 2025-12-08 or --captured 2025-12-08T10:00:00Z")
    };
    let given = &with_seconds(given);
    let is_time = given.parse::<jiff::Timestamp>().is_ok() && given.as_bytes().get(10) == Some(&b'T');
    let day = given.get(..10).ok_or_else(wrong)?;
    let is_day = day.parse::<jiff::civil::Date>().is_ok();
    if is_day && (given.len() == 10 || is_time && format!("x = {given}").parse::<toml::Table>().is_ok()) {
        return Ok(Taken { written: given.to_owned(), day: day.to_owned() });
    }
    Err(wrong())
}

/// A time with its seconds, which TOML 1.0 asks for and other readers of records keep to.
fn with_seconds(given: &str) -> String {
    const MINUTES: usize = "2025-12-08T10:00".len();
    match given.split_at_checked(MINUTES) {
        Some((minutes, zone)) if zone.starts_with(['Z', '+', '-']) => format!("{minutes}:00{zone}"),
        _ => given.to_owned(),
    }
}

/// Tells of a day that is yet to come, which is a slip or a wrong clock; one day may be the difference between two time
/// zones.
pub fn warn_of_future(taken: &Taken, id: &str) {
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let is_future = |day: jiff::civil::Date| today.tomorrow().is_ok_and(|tomorrow| day > tomorrow);
    if taken.day.parse().is_ok_and(is_future) {
        output::tell(&format!(
            "warning: this copy is dated {}, and today is {today} by this machine’s clock. If that is a slip, correct `captured` in sources/{id}/source.toml: no copy of an earlier day can follow it",
            taken.day
        ));
    }
}
