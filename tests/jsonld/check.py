#!/usr/bin/env python3
"""Reads what `ibid export` writes with a JSON-LD processor (PyLD), without a network, and holds it against the
vocabularies of the Web Annotation data model and of schema.org: every term is known, every property stands where
its vocabulary lets it stand, no identifier is relative.

    check.py IBID REPOSITORY VOCABULARIES

VOCABULARIES is a folder into which the npm packages @vocabulary/oa, as, dc11, dcmitype, dcterms, foaf, rdf, rdfs
and schema were installed; they hold the published vocabularies as N-Quads.
"""

import copy
import json
import re
import subprocess
import sys
from pathlib import Path

from pyld import jsonld

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
SCHEMA = "http://schema.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
UNKNOWN = "urn:unknown-term:"


def link(iri):
    return {"@id": iri, "@type": "@id"}


def term(iri):
    return {"@id": iri, "@type": "@vocab"}


# The Web Annotation context as the vocabulary's appendix gives it, those of its terms that ibid writes. A key that is
# not here becomes an unknown term, which is an error below.
ANNOTATIONS = {
    "@vocab": UNKNOWN,
    "id": "@id",
    "type": "@type",
    **{name: OA + name for name in ["Annotation", "SpecificResource", "TextualBody", "TimeState", "TextQuoteSelector",
                                    "TextPositionSelector", "assessing", "classifying", "commenting", "describing",
                                    "linking", "tagging"]},
    **{name: OA + name for name in ["exact", "prefix", "suffix"]},
    **{name: {"@id": OA + name, "@type": XSD + "nonNegativeInteger"} for name in ["start", "end"]},
    **{name: {"@id": OA + name, "@type": XSD + "dateTime"} for name in ["sourceDate", "sourceDateStart", "sourceDateEnd"]},
    "AnnotationCollection": AS + "OrderedCollection",
    "AnnotationPage": AS + "OrderedCollectionPage",
    "Software": AS + "Application",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Organization": FOAF + "Organization",
    "body": link(OA + "hasBody"),
    "target": link(OA + "hasTarget"),
    "source": link(OA + "hasSource"),
    "selector": link(OA + "hasSelector"),
    "state": link(OA + "hasState"),
    "cached": link(OA + "cachedSource"),
    "renderedVia": link(OA + "renderedVia"),
    "motivation": term(OA + "motivatedBy"),
    "purpose": term(OA + "hasPurpose"),
    "creator": link(DCTERMS + "creator"),
    "homepage": link(FOAF + "homepage"),
    "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
    "first": link(AS + "first"),
    "partOf": link(AS + "partOf"),
    "startIndex": {"@id": AS + "startIndex", "@type": XSD + "nonNegativeInteger"},
    "total": {"@id": AS + "totalItems", "@type": XSD + "nonNegativeInteger"},
    "label": RDFS + "label",
    "name": FOAF + "name",
    "format": DC + "format",
    "language": DC + "language",
    "value": RDF + "value",
}

# Who speaks may be a person or an organization; ibid writes the class of both.
WIDER = {SCHEMA + "Person": SCHEMA + "Thing"}


class Vocabulary:
    """What published vocabularies say of their terms."""

    def __init__(self, folder):
        self.facts = {}
        for file in sorted(Path(folder).glob("node_modules/@vocabulary/*/*.nq")):
            for line in file.read_text().splitlines():
                # The annotation context writes the namespace of Activity Streams with http.
                line = line.replace("https://www.w3.org/ns/activitystreams#", AS)
                found = re.match(r"<([^>]*)> <([^>]*)> <([^>]*)>", line)
                if found:
                    subject, predicate, value = found.groups()
                    self.facts.setdefault(subject, {}).setdefault(predicate, set()).add(value)
        assert OA + "hasTarget" in self.facts and SCHEMA + "ClaimReview" in self.facts, f"no vocabularies in {folder}"

    def values(self, subject, *predicates):
        facts = self.facts.get(subject, {})
        return set().union(*(facts.get(predicate, set()) for predicate in predicates))

    def classes(self, kind):
        """A class and those above it."""
        all_of_them, open_ones = set(), {kind}
        while open_ones:
            one = open_ones.pop()
            all_of_them.add(one)
            open_ones |= self.values(one, RDFS + "subClassOf") - all_of_them
        return all_of_them


def context(document, vocabulary):
    """The context that a document names, offline."""
    name = document.pop("@context")
    if name == "http://www.w3.org/ns/anno.jsonld":
        return ANNOTATIONS
    assert name == "https://schema.org", name
    # As schema.org's own: its terms, and addresses where the vocabulary wants an address and no text.
    wants = lambda one: vocabulary.values(one, SCHEMA + "rangeIncludes")
    links = [one for one in vocabulary.facts if SCHEMA + "URL" in wants(one) and SCHEMA + "Text" not in wants(one)]
    return {"@vocab": SCHEMA, **{one.removeprefix(SCHEMA): link(one) for one in links}}


def check(document, vocabulary):
    """What is wrong with a document, and how many statements it makes."""
    expanded = jsonld.flatten({"@context": context(document, vocabulary), **document}, None, {"base": "urn:relative:"})
    nodes = {node["@id"]: node for node in expanded}
    wrong, count = [], 0
    for node in expanded:
        kinds = set().union(*(vocabulary.classes(kind) for kind in node.get("@type", [])))
        wrong += [f"{kind} is no known type" for kind in node.get("@type", []) if kind not in vocabulary.facts]
        if node["@id"].startswith("urn:relative:"):
            wrong.append(f"{node['@id']} is relative")
        for name, values in node.items():
            if name.startswith("@"):
                continue
            count += 1
            if name not in vocabulary.facts:
                wrong.append(f"{name} is no known property")
            domain = vocabulary.values(name, RDFS + "domain", SCHEMA + "domainIncludes") - {RDFS + "Resource", OA + "ResourceSelection"}
            if kinds and domain and not domain & kinds and name.startswith((OA, SCHEMA)):
                wrong.append(f"{name} stands in {sorted(kinds)}, not in {sorted(domain)}")
            wrong += out_of_range(name, values, nodes, vocabulary)
    return wrong, count


def out_of_range(name, values, nodes, vocabulary):
    """Nodes that are of a type which a property does not take."""
    ranges = vocabulary.values(name, RDFS + "range", SCHEMA + "rangeIncludes") - {RDFS + "Resource"}
    ranges |= {WIDER[one] for one in ranges if one in WIDER}
    for value in values:
        kinds = nodes.get(value.get("@id"), {}).get("@type", [])
        known = set().union(*(vocabulary.classes(kind) for kind in kinds))
        if kinds and ranges and name.startswith((OA, SCHEMA)) and not ranges & known:
            yield f"{name} has {kinds}, not {sorted(ranges)}"


def rules(annotations):
    """What the data model demands beyond its terms."""
    for item in annotations["first"]["items"]:
        if not item["target"] or not item["motivation"]:
            yield f"{item['id']} lacks a target or a motivation"
        for target in item["target"]:
            state = target["state"]
            if ("sourceDate" in state) == ("sourceDateStart" in state):
                yield f"{item['id']}: a TimeState has either a moment or a span"
            for date in (value for name, value in state.items() if name.startswith("sourceDate")):
                if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", date):
                    yield f"{item['id']}: {date} is not in UTC"


def main(ibid, repository, vocabularies):
    def no_network(url, options):
        raise AssertionError(f"{url} was asked for")

    jsonld.set_document_loader(no_network)
    vocabulary = Vocabulary(vocabularies)
    failed = False
    for what in ["annotations", "claimreview"]:
        text = subprocess.run([ibid, "export", what, "-q"], cwd=repository, stdout=subprocess.PIPE, check=False).stdout
        document = json.loads(text)
        broken = list(rules(document)) if what == "annotations" else []
        # A check that finds nothing must be able to find something.
        for slip in [{"motivaton": "x"}, {"type" if "type" in document else "@type": "Sonnet"}]:
            assert check({**copy.deepcopy(document), **slip}, vocabulary)[0], f"{slip} was not found"
        wrong, count = check(document, vocabulary)
        for line in sorted(set(wrong + broken)):
            print(f"{what}: {line}")
        failed = failed or bool(wrong or broken) or count < 50
        print(f"{what}: {count} statements, {len(wrong) + len(broken)} wrong")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).resolve()), *sys.argv[2:4])
