//! The tree of a page, as the HTML Standard builds it of any bytes. It is flat, so that no nesting can
//! overflow a stack, and its growth is bounded while it grows.

use crate::error::Error;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

/// The most elements inside one another. Browsers stop nesting at as many.
const DEEPEST: u32 = 512;
/// The most nodes of a page.
const MOST_NODES: usize = 1_000_000;
/// The most attributes of one element, or so; the parser compares each with each.
const MOST_ATTRIBUTES: usize = 30_000;
/// How much is parsed before the bounds are looked at again, in bytes.
const AT_ONCE: usize = 4096;

/// A node's number.
pub(super) type Id = usize;

/// The document itself, which holds all.
pub(super) const ROOT: Id = 0;

/// A page.
#[derive(Debug)]
pub(super) struct Dom {
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    kind: Kind,
    parent: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    before: Option<Id>,
    next: Option<Id>,
    depth: u32,
}

#[derive(Debug)]
enum Kind {
    Element {
        name: QualName,
        attributes: Vec<Attribute>,
    },
    Text(StrTendril),
    /// The document, a comment, the inert content of a template.
    Other,
}

impl Dom {
    /// The tree of a page.
    ///
    /// # Errors
    ///
    /// Where it is nested too deeply or has too many elements to be a page that people read.
    pub(super) fn parse(page: &str) -> Result<Self, Error> {
        let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let options = ParseOpts { tree_builder, ..ParseOpts::default() };
        let mut parser = parse_document(Builder::default(), options);
        let mut at = 0;
        let mut quiet = Quiet::default();
        while at < page.len() {
            let end = page.floor_char_boundary(at + AT_ONCE);
            parser.process(StrTendril::from_slice(&page[at..end]));
            let sink = &parser.tokenizer.sink.sink;
            quiet.look(&page[at..end], sink);
            if sink.deepest.get() > DEEPEST {
                return Err(hostile("its elements are nested too deeply"));
            }
            if sink.nodes.borrow().len() > MOST_NODES || quiet.gaps > MOST_ATTRIBUTES {
                return Err(hostile("it has too many elements or attributes"));
            }
            at = end;
        }
        Ok(parser.finish())
    }

    /// How many nodes there are; each number below is one.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn parent(&self, node: Id) -> Option<Id> {
        self.nodes[node].parent
    }

    pub(super) fn next_sibling(&self, node: Id) -> Option<Id> {
        self.nodes[node].next
    }

    /// The children of a node, in order.
    pub(super) fn children(&self, node: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.nodes[node].first, |&child| self.nodes[child].next)
    }

    /// The node and all below it, in the order of the document.
    pub(super) fn below(&self, top: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(Some(top), move |&node| {
            self.nodes[node].first.or_else(|| self.after(node, top))
        })
    }

    /// What follows a node and all below it, inside `top`.
    pub(super) fn after(&self, node: Id, top: Id) -> Option<Id> {
        let mut up = Some(node).filter(|&node| node != top);
        while let Some(node) = up {
            if let Some(next) = self.nodes[node].next {
                return Some(next);
            }
            up = self.nodes[node].parent.filter(|&parent| parent != top);
        }
        None
    }

    pub(super) fn first_child(&self, node: Id) -> Option<Id> {
        self.nodes[node].first
    }

    pub(super) fn last_child(&self, node: Id) -> Option<Id> {
        self.nodes[node].last
    }

    /// The node, then what holds it, outward.
    pub(super) fn outward(&self, node: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(Some(node), |&node| self.nodes[node].parent)
    }

    /// An element's name in small letters; empty for what is no element.
    pub(super) fn name(&self, node: Id) -> &str {
        match &self.nodes[node].kind {
            Kind::Element { name, .. } => &name.local,
            Kind::Text(_) | Kind::Other => "",
        }
    }

    /// The text of a text node.
    pub(super) fn text(&self, node: Id) -> Option<&str> {
        match &self.nodes[node].kind {
            Kind::Text(text) => Some(text),
            Kind::Element { .. } | Kind::Other => None,
        }
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, node: Id, wanted: &str) -> Option<&str> {
        let Kind::Element { attributes, .. } = &self.nodes[node].kind else { return None };
        attributes.iter().find(|one| &*one.name.local == wanted).map(|one| one.value.as_ref())
    }

    /// The names of an element's attributes.
    pub(super) fn attribute_names(&self, node: Id) -> impl Iterator<Item = &str> {
        let attributes: &[Attribute] = match &self.nodes[node].kind {
            Kind::Element { attributes, .. } => attributes,
            Kind::Text(_) | Kind::Other => &[],
        };
        attributes.iter().map(|one| &*one.name.local)
    }

    /// What stands before a node, in the same element.
    pub(super) fn before(&self, node: Id) -> Option<Id> {
        self.nodes[node].before
    }

    /// All text below a node, as it is written.
    pub(super) fn text_below(&self, node: Id) -> String {
        self.below(node).filter_map(|one| self.text(one)).collect()
    }

    /// The first element of this name.
    pub(super) fn first_named(&self, name: &str) -> Option<Id> {
        self.below(ROOT).find(|&node| self.name(node) == name)
    }
}

fn hostile(why: &str) -> Error {
    Error::new(format!("{why} for a page that people read"))
        .hint("save the article’s text as a file and add that")
}

/// How much of a page was read since the tree last grew: a single tag or comment.
#[derive(Default)]
struct Quiet {
    calls: u64,
    errors: usize,
    /// Runs of white space, of which there is one before each attribute, and the parser's complaints, of
    /// which there is one where there is none.
    gaps: usize,
}

impl Quiet {
    fn look(&mut self, read: &str, sink: &Builder) {
        let (calls, errors) = (sink.calls.get(), sink.errors.get());
        if calls != self.calls {
            *self = Self { calls, errors, gaps: 0 };
        }
        self.gaps += read.split_ascii_whitespace().count() + (errors - self.errors);
        self.errors = errors;
    }
}

/// Takes the tree from the parser.
struct Builder {
    nodes: RefCell<Vec<Node>>,
    deepest: Cell<u32>,
    calls: Cell<u64>,
    errors: Cell<usize>,
}

impl Default for Builder {
    fn default() -> Self {
        let builder = Self {
            nodes: RefCell::default(),
            deepest: Cell::new(0),
            calls: Cell::new(0),
            errors: Cell::new(0),
        };
        builder.add(Kind::Other);
        builder
    }
}

impl Builder {
    fn add(&self, kind: Kind) -> Id {
        self.calls.set(self.calls.get() + 1);
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { kind, parent: None, first: None, last: None, before: None, next: None, depth: 0 });
        nodes.len() - 1
    }

    /// Puts a node below `parent`, before `next` or last.
    fn put(&self, node: Id, parent: Id, next: Option<Id>) {
        self.take_out(node);
        let mut nodes = self.nodes.borrow_mut();
        let before = next.map_or(nodes[parent].last, |next| nodes[next].before);
        let depth = nodes[parent].depth + 1;
        let own = &mut nodes[node];
        (own.parent, own.before, own.next, own.depth) = (Some(parent), before, next, depth);
        match before {
            Some(before) => nodes[before].next = Some(node),
            None => nodes[parent].first = Some(node),
        }
        match next {
            Some(next) => nodes[next].before = Some(node),
            None => nodes[parent].last = Some(node),
        }
        self.deepest.set(self.deepest.get().max(depth));
    }

    fn take_out(&self, node: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(parent) = nodes[node].parent.take() else { return };
        let (before, next) = (nodes[node].before.take(), nodes[node].next.take());
        match before {
            Some(before) => nodes[before].next = next,
            None => nodes[parent].first = next,
        }
        match next {
            Some(next) => nodes[next].before = before,
            None => nodes[parent].last = before,
        }
    }

    /// Puts a text below `parent`, into the text before it where there is one.
    fn put_text(&self, text: &StrTendril, parent: Id, next: Option<Id>) {
        self.calls.set(self.calls.get() + 1);
        {
            let mut nodes = self.nodes.borrow_mut();
            let before = next.map_or(nodes[parent].last, |next| nodes[next].before);
            if let Some(Kind::Text(known)) = before.map(|before| &mut nodes[before].kind) {
                known.push_tendril(text);
                return;
            }
        }
        let node = self.add(Kind::Text(text.clone()));
        self.put(node, parent, next);
    }

    fn put_any(&self, child: NodeOrText<Id>, parent: Id, next: Option<Id>) {
        match child {
            NodeOrText::AppendNode(node) => self.put(node, parent, next),
            NodeOrText::AppendText(text) => self.put_text(&text, parent, next),
        }
    }

    fn parent(&self, node: Id) -> Option<Id> {
        self.nodes.borrow()[node].parent
    }
}

impl TreeSink for Builder {
    type Handle = Id;
    type Output = Dom;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Dom {
        Dom { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _message: Cow<'static, str>) {
        self.errors.set(self.errors.get() + 1);
    }

    fn get_document(&self) -> Id {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Self::ElemName<'a> {
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target].kind {
            Kind::Element { name, .. } => name,
            Kind::Text(_) | Kind::Other => unreachable!("the parser asks only for names of elements"),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> Id {
        self.add(Kind::Element { name, attributes })
    }

    fn create_comment(&self, _text: StrTendril) -> Id {
        self.add(Kind::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Id {
        self.add(Kind::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.put_any(child, *parent, None);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        match self.parent(*element) {
            Some(_) => self.append_before_sibling(element, child),
            None => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    /// What a template holds is never shown, so it is put nowhere; but for the shadow of an element, which is shown in
    /// its place.
    fn get_template_contents(&self, target: &Id) -> Id {
        let is_shadow = matches!(&self.nodes.borrow()[*target].kind, Kind::Element { attributes, .. }
            if attributes.iter().any(|one| &*one.name.local == "shadowrootmode"));
        if is_shadow { *target } else { self.add(Kind::Other) }
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        if let Some(parent) = self.parent(*sibling) {
            self.put_any(child, parent, Some(*sibling));
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, more: Vec<Attribute>) {
        let mut nodes = self.nodes.borrow_mut();
        let Kind::Element { attributes, .. } = &mut nodes[*target].kind else { return };
        for attribute in more {
            if attributes.iter().all(|known| known.name != attribute.name) {
                attributes.push(attribute);
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.take_out(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        loop {
            let first = self.nodes.borrow()[*node].first;
            let Some(child) = first else { return };
            self.put(child, *new_parent, None);
        }
    }
}
