//! Sources fetched again: which are asked, in what order and how politely, and what it is that came.
//! Writes nothing; whoever asked decides what becomes of it.

mod judge;
mod queue;
mod told;
pub(crate) mod v1;

pub use judge::{Judged, Same, closer, judge};
pub use queue::{Manners, ask};
pub use told::{LeftOut, Outcome, Refreshed, Told};

use crate::corpus::Corpus;
use crate::fetch::Known;
use crate::fragment::is_web_address;
use crate::media::MediaType;
use crate::source::{Source, UrlStatus};

/// Which sources are fetched again, by their numbers in the corpus, in the order of their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Those that are asked for.
    pub asked: Vec<usize>,
    /// Those that have no address on the web.
    pub without_address: Vec<usize>,
    /// Those whose address is known to lead to the article no longer.
    pub set_aside: Vec<usize>,
}

impl Plan {
    /// Sorts the sources; those that were `named` are asked for whatever is known of their address.
    pub fn new(corpus: &Corpus, sources: impl IntoIterator<Item = usize>, named: bool) -> Self {
        let mut plan = Self::default();
        for number in sources {
            let source = &corpus.sources[number];
            let is_lost = source.url_status.is_some_and(|status| status != UrlStatus::Live);
            let is_on_web = source.url.as_deref().is_some_and(|url| is_web_address(url.trim()));
            if !is_on_web {
                plan.without_address.push(number);
            } else if is_lost && !named {
                plan.set_aside.push(number);
            } else {
                plan.asked.push(number);
            }
        }
        for list in [&mut plan.asked, &mut plan.without_address, &mut plan.set_aside] {
            list.sort_by(|&one, &other| corpus.sources[one].id.cmp(&corpus.sources[other].id));
            list.dedup();
        }
        plan
    }
}

/// What a server can be told of the newest capture, so that it need not send the same again.
pub fn known(source: &Source) -> Option<Known> {
    let fetched = source.captures.last()?.fetched.as_ref()?;
    let known = Known {
        url: fetched.url.clone(),
        etag: fetched.etag.clone(),
        last_modified: fetched.last_modified.clone(),
    };
    (known.etag.is_some() || known.last_modified.is_some()).then_some(known)
}

/// What the page was taken for last time against its own first bytes: markup that is kept as it is written.
pub fn kept_as(source: &Source) -> Option<MediaType> {
    let newest = source.captures.last().filter(|newest| newest.fetched.is_some())?;
    MediaType::of_name(&newest.media_type)
        .filter(|kind| *kind == MediaType::Markdown || *kind == MediaType::Plain)
}
