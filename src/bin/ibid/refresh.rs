//! `ibid refresh`.

use crate::args::{Common, DocumentFormat, Refresh};
use crate::capture::{Further, Said};
use crate::document::Document;
use crate::taken::taken;
use crate::{FAILED, FOUND, PASSED, links, named, net, output};
use ibid::corpus::Corpus;
use ibid::drift::{Pairs, SourceDrift, drift};
use ibid::edit::set_url_status;
use ibid::error::Error;
use ibid::extract::{self, WHOLE_PAGE};
use ibid::fetch::{Answer, Client, Page, address};
use ibid::media;
use ibid::refresh::{self, Judged, LeftOut, Manners, Outcome, Plan, Refreshed, Same, Told, ask, judge};
use ibid::render::{self, refresh::Shown};
use ibid::source::{Source, UrlStatus};
use ibid::store;
use ibid::tree::{Overlay, Tree, WorkTree};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal as _;
use std::time::Duration;

pub fn run(args: &Refresh, common: &Common) -> Result<u8, Error> {
    let tree = output::repository(common)?;
    // Before a page is asked for: what was stored and not told would never be told.
    let file = args.output.file();
    output::format::<DocumentFormat>(args.format, file)?;
    output::refuse_file(file, &tree, common)?;
    let corpus = Corpus::load(&tree);
    let is_named = !args.sources.is_empty();
    let numbers = if is_named {
        named::sources(&corpus, &output::selectors(&args.sources, &tree, common)?)?
    } else {
        (0..corpus.sources.len()).collect()
    };
    let plan = Plan::new(&corpus, numbers, is_named);
    if plan.asked.is_empty() && plan.set_aside.is_empty() {
        return Err(nothing_to_ask(&corpus, &plan));
    }
    let mut work = Work {
        args,
        corpus: &corpus,
        tree: &tree,
        client: net::client(&args.net, common)?,
        after: Overlay::new(&tree),
        told: Vec::new(),
    };
    work.ask(&plan, &bar(plan.asked.len(), common));
    let left_out = LeftOut { without_address: plan.without_address.len(), lost: plan.set_aside.len() };
    work.tell(left_out, is_named, common)
}

fn nothing_to_ask(corpus: &Corpus, plan: &Plan) -> Error {
    let which = match plan.without_address[..] {
        [only] => format!("the source `{}` has no address on the web", corpus.sources[only].id),
        [] => "there is no source to fetch again".into(),
        _ => "none of the sources has an address on the web".into(),
    };
    Error::new(which).hint("write `url = \"https://…\"` into source.toml, above the first [[capture]]")
}

/// A bar on the terminal; none where there is no terminal.
fn bar(count: usize, common: &Common) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::hidden());
    if std::io::stderr().is_terminal() && !common.quiet {
        let style = ProgressStyle::with_template("{bar:30} {pos} of {len}  {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_draw_target(ProgressDrawTarget::stderr());
    }
    bar
}

/// What came of one source.
enum Came {
    Same(Same),
    /// Another text, with why it may not be the article.
    Other(Box<Document>, Option<String>, Vec<String>),
    Gone(u16),
    Failed(Error),
}

struct Work<'w> {
    args: &'w Refresh,
    corpus: &'w Corpus,
    tree: &'w WorkTree,
    client: Client,
    /// The repository as it would be, with `--check`.
    after: Overlay<'w>,
    told: Vec<Told>,
}

impl Work<'_> {
    /// Asks for all that is planned, and keeps what comes as it comes, so that what is done stays done.
    fn ask(&mut self, plan: &Plan, bar: &ProgressBar) {
        let host = |number: &usize| {
            let url = self.corpus.sources[*number].url.as_deref().and_then(|url| address::parse(url).ok());
            let host = url.map(|url| url.host_str().unwrap_or_default().to_owned());
            (host.unwrap_or_default(), *number)
        };
        let items: Vec<(String, usize)> = plan.asked.iter().map(host).collect();
        let manners =
            Manners { at_once: self.args.jobs as usize, delay: Duration::from_secs_f64(self.args.delay) };
        let (client, corpus, tree, args) = (self.client.clone(), self.corpus, self.tree, self.args);
        let request = |number: usize| (number, came(&client, corpus, tree, number, args));
        ask(items, manners, request, |(number, came)| {
            let source = &corpus.sources[number];
            bar.set_message(render::visible::visible(&source.id));
            let told = self.kept(source, came);
            self.told.push(told);
            bar.inc(1);
        });
        bar.finish_and_clear();
        self.told.sort_by(|one, other| one.id.cmp(&other.id));
    }

    /// Stores what is to be stored.
    fn kept(&mut self, source: &Source, came: Came) -> Told {
        let mut remarks = Vec::new();
        let outcome = match came {
            Came::Failed(error) => Ok(Outcome::Failed(error)),
            Came::Gone(status) => self.gone(source, status, &mut remarks),
            Came::Same(same) => self.alive(source, &mut remarks).map(|()| Outcome::Same(same)),
            Came::Other(document, strange, said) => {
                remarks = said;
                match strange.filter(|_| !self.args.accept) {
                    Some(why) => Ok(Outcome::Strange(why)),
                    None => self.changed(source, &document, &mut remarks),
                }
            }
        };
        let outcome = outcome.unwrap_or_else(Outcome::Failed);
        Told { id: source.id.clone(), outcome, remarks }
    }

    fn changed(
        &mut self,
        source: &Source,
        document: &Document,
        remarks: &mut Vec<String>,
    ) -> Result<Outcome, Error> {
        // A long run ends long after it began, and each capture has the time of its own.
        let taken = taken(None)?;
        let mut further = Further::new(self.corpus, source, self.tree, (document, &Said::default()), &taken)?;
        if source.url_status == Some(UrlStatus::Dead) {
            further.record.2 = set_url_status(&further.record.2, UrlStatus::Live.name())?.content;
            remarks.push(alive_again(self.args.check));
        }
        if self.args.check {
            further.files.into_iter().for_each(|(path, bytes)| self.after.insert(path, bytes));
            self.after.insert(further.record.0, further.record.2);
            return Ok(Outcome::WouldStore(further.stem));
        }
        further.store(self.tree, source)?;
        Ok(Outcome::Stored(further.stem))
    }

    fn gone(&self, source: &Source, status: u16, remarks: &mut Vec<String>) -> Result<Outcome, Error> {
        // What people decided of an address is theirs.
        let is_known = source.url_status.is_some_and(|status| status != UrlStatus::Live);
        if !is_known {
            self.write_status(source, UrlStatus::Dead)?;
            let does = if self.args.check { "would have" } else { "has" };
            remarks.push(format!(
                "Its record {does} url-status = \"dead\" now, and it is left out from then on."
            ));
        }
        Ok(Outcome::Gone(status, is_known))
    }

    /// A page that was thought dead came.
    fn alive(&self, source: &Source, remarks: &mut Vec<String>) -> Result<(), Error> {
        if source.url_status == Some(UrlStatus::Dead) {
            self.write_status(source, UrlStatus::Live)?;
            remarks.push(alive_again(self.args.check));
        }
        Ok(())
    }

    fn write_status(&self, source: &Source, status: UrlStatus) -> Result<(), Error> {
        let record = &self.corpus.records[source.file];
        let edited = set_url_status(&record.content, status.name())?;
        if self.args.check {
            return Ok(());
        }
        links::refuse_to_source(self.tree.root(), &source.id)?;
        store::replace(&self.tree.place(&record.path), record.content.as_bytes(), edited.content.as_bytes())
    }

    /// Tells what became of the sources, and what that does to each claim.
    fn tell(self, left_out: LeftOut, is_named: bool, common: &Common) -> Result<u8, Error> {
        let is_document = is_document(self.args);
        let compared = self.compared(output::shows_restricted(common, is_document))?;
        let Self { args, tree, told, .. } = self;
        let refreshed = Refreshed { told, compared, left_out, is_check: args.check };
        let file = args.output.file();
        let text = match output::format(args.format, file)? {
            DocumentFormat::Human => {
                let shown =
                    Shown { same: (is_named || common.verbose) && !common.quiet, figures: !common.quiet };
                render::refresh::render(&refreshed, shown, output::options(common, file.is_some()).canvas)
            }
            DocumentFormat::Markdown => render::markdown::refresh::render(&refreshed),
            DocumentFormat::Json => render::json::refresh(&refreshed),
        };
        output::deliver(&text, file, tree, common)?;
        Ok(status(&refreshed))
    }

    /// The newest captures of what changed against those before.
    fn compared(&self, shows_restricted: bool) -> Result<Vec<Result<SourceDrift, Error>>, Error> {
        let changed: Vec<&str> =
            self.told.iter().filter(|one| one.outcome.is_change()).map(|one| one.id.as_str()).collect();
        if changed.is_empty() {
            return Ok(Vec::new());
        }
        let tree: &dyn Tree = if self.args.check { &self.after } else { self.tree };
        let corpus = Corpus::load(tree);
        if corpus.has_unread_claims {
            output::tell(
                "some claims could not be read, so a source may be cited more often; see `ibid verify`",
            );
        }
        let numbers: Vec<usize> = changed.iter().filter_map(|id| corpus.source(id)).collect();
        drift(&corpus, tree, &numbers, &Pairs { shows_restricted, ..Pairs::default() })
    }
}

/// Drift goes before failure: it is what someone must look at.
fn status(refreshed: &Refreshed) -> u8 {
    let Refreshed { told, compared, is_check, .. } = refreshed;
    let is_newly_gone = |one: &Told| matches!(one.outcome, Outcome::Gone(_, false));
    if compared.iter().flatten().any(SourceDrift::is_hurtful) {
        return FOUND;
    }
    if compared.iter().any(Result::is_err) || told.iter().any(|one| one.outcome.is_open()) {
        return FAILED;
    }
    if *is_check && told.iter().any(is_newly_gone) { FOUND } else { PASSED }
}

/// Whether what is told may be passed on.
fn is_document(args: &Refresh) -> bool {
    args.format.is_some_and(|format| format != DocumentFormat::Human) || args.output.file().is_some()
}

fn alive_again(is_check: bool) -> String {
    let does = if is_check { "would have" } else { "has" };
    format!("The page is there again: its record {does} url-status = \"live\" now.")
}

/// Fetches the page of a source and compares it with what is stored.
fn came(client: &Client, corpus: &Corpus, tree: &WorkTree, number: usize, args: &Refresh) -> Came {
    let source = &corpus.sources[number];
    let known = if args.whole { None } else { refresh::known(source) };
    let fetched = named::refuse_broken(corpus, source, false)
        .and_then(|()| address::parse(source.url.as_deref().unwrap_or_default()))
        .map(|url| client.fetch(&url, known.as_ref()));
    let answer = match fetched {
        Ok(Ok(Answer::NotModified)) => return Came::Same(Same::Unmodified),
        Ok(Ok(Answer::Page(page))) => {
            let told = |error| if source.is_restricted() { withheld() } else { by_hand(source, error) };
            understood(tree, source, *page).map_err(told)
        }
        Ok(Err(failure)) if failure.is_gone() => return Came::Gone(failure.status().unwrap_or_default()),
        Ok(Err(failure)) => Err(failure.into()),
        Err(error) => Err(error),
    };
    let judged = answer.and_then(|page| judge(tree, source, &page).map(|judged| (page, judged)));
    let (page, judged) = match judged {
        Ok(judged) => judged,
        Err(error) => return Came::Failed(error),
    };
    let (strange, remarks) = match judged {
        Judged::Same(same) => return Came::Same(same),
        Judged::Changed(remarks) => (None, remarks),
        Judged::Strange(why, remarks) => (Some(why), remarks),
    };
    let document = Document::of(page.bytes, page.media_type, page.extracted, Some(page.fetch));
    Came::Other(Box::new(document), strange, remarks)
}

/// What is said of a page of a restricted source in place of an error that may have its words.
fn withheld() -> Error {
    Error::new(
        "what came cannot be taken for the article; its words are withheld, for the source is restricted",
    )
    .hint("open its address in a browser; `ibid add --to SOURCE FILE` stores what you save")
}

/// The error of a page that no text could be taken of, with how to store what a browser shows.
fn by_hand(source: &Source, error: Error) -> Error {
    let own = if error.hint.is_empty() { String::new() } else { format!("{}; ", error.hint) };
    Error::new(error.message).hint(format!("{own}`ibid add --to {} FILE` stores what you save", source.id))
}

/// The text of a page, taken as that of the newest capture was.
fn understood(tree: &WorkTree, source: &Source, page: ibid::fetch::Fetched) -> Result<Page, Error> {
    let newest = source.captures.last();
    let whole_page = newest
        .and_then(|newest| newest.text.as_ref())
        .is_some_and(|text| extract::family(&text.extractor) == extract::family(WHOLE_PAGE));
    let options = extract::Options { whole_page, ..extract::Options::default() };
    let kept_as = refresh::kept_as(source);
    // An encoding that a person had to name once is needed again.
    let Some(encoding) = newest.and_then(|newest| media::charset(&newest.media_type)) else {
        return Page::read(page, kept_as, options);
    };
    let own = Page::read(page.clone(), kept_as, options);
    if own.as_ref().is_ok_and(|own| own.extracted.encoding.eq_ignore_ascii_case(encoding)) {
        return own;
    }
    let named = Page::read(page, kept_as, extract::Options { encoding: Some(encoding), ..options });
    match (own, named) {
        (Ok(own), Ok(named)) => Ok(refresh::closer(tree, source, own, named)),
        (Err(_), Ok(only)) => Ok(only),
        (own, _) => own,
    }
}
