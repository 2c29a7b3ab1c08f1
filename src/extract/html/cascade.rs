//! Which of two rules on the same property counts (CSS Cascade 5, 6), as far as a page's own style sheets need it.

use super::css::Compound;

/// Where a declaration stands among others. Of two on the same property the larger counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    is_important: bool,
    /// Whether an element's own `style` says so.
    pub is_inline: bool,
    /// What only may apply counts as if it did.
    is_unsure: bool,
    layer: Layer,
    /// How narrow a selector is: ids, classes, names.
    narrowness: [usize; 3],
    order: usize,
}

impl Rank {
    /// That of an element's own `style`.
    pub(super) const INLINE: Self = Self {
        is_important: false,
        is_inline: true,
        is_unsure: false,
        layer: Layer(0),
        narrowness: [0; 3],
        order: 0,
    };

    /// The rank of the rule for what is in others, which is the last so far.
    pub(super) fn of<'c>(
        parts: impl Iterator<Item = &'c Compound>,
        layer: Layer,
        is_sure: bool,
        order: usize,
    ) -> Self {
        let add = |[ids, classes, names]: [usize; 3], part: &Compound| {
            let own = part.classes.len() + part.states;
            [ids + usize::from(!part.id.is_empty()), classes + own, names + usize::from(!part.tag.is_empty())]
        };
        let narrowness = parts.fold([0; 3], add);
        Self { is_unsure: !is_sure, layer, narrowness, order, ..Self::default() }
    }

    /// That of a rule which goes before all that are not important.
    pub(super) fn of_flood() -> Self {
        Self { is_unsure: true, narrowness: [usize::MAX; 3], ..Self::default() }
    }

    /// The same for what only may apply.
    pub(super) fn unsure(self) -> Self {
        Self { is_unsure: true, ..self }
    }

    /// That of a declaration of the rule. Of important ones those in an earlier layer count.
    pub(super) fn declared(self, is_important: bool) -> Self {
        let layer = if is_important { Layer(-self.layer.0) } else { self.layer };
        Self { is_important, layer, ..self }
    }

    /// Puts the place of its layer among all for the layer.
    pub(super) fn settle(&mut self, layers: &Layers) {
        self.layer = layers.places.get(self.layer.0.unsigned_abs()).copied().unwrap_or_default();
    }
}

/// A layer by its number, and once that is settled, its place: none is 0, and the earlier, the less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Layer(isize);

/// The layers of a page, in the order in which they are first named.
#[derive(Debug)]
pub(super) struct Layers {
    /// Each by its names from the outermost on; the first is none.
    paths: Vec<Vec<String>>,
    unnamed: usize,
    places: Vec<Layer>,
    /// Whether there are more than are kept.
    pub is_full: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self { paths: vec![Vec::new()], unnamed: 0, places: Vec::new(), is_full: false }
    }
}

impl Layers {
    /// The most layers that are kept.
    const MOST: usize = 1000;
    /// The most layers in one another.
    const DEEPEST: usize = 12;

    /// The layer of a name inside another; without a name it is one of its own.
    pub(super) fn inside(&mut self, outer: Layer, name: &str) -> Layer {
        let mut path = self.paths[outer.0.unsigned_abs()].clone();
        if name.is_empty() {
            self.unnamed += 1;
            path.push(format!("{} of none", self.unnamed));
            return self.number(path);
        }
        let mut layer = outer;
        for part in name.split('.').map(str::trim) {
            path.push(part.to_owned());
            layer = self.number(path.clone());
        }
        layer
    }

    fn number(&mut self, path: Vec<String>) -> Layer {
        let known = self.paths.iter().position(|known| *known == path);
        let number = known.unwrap_or(self.paths.len());
        if known.is_none() {
            if number >= Self::MOST || path.len() > Self::DEEPEST {
                self.is_full = true;
                return Layer::default();
            }
            self.paths.push(path);
        }
        Layer(isize::try_from(number).unwrap_or_default())
    }

    /// Gives each its place: by where it is first named among those in the same one, and before what is in none of them.
    pub(super) fn settle(&mut self) {
        let number = |path: &[String]| self.paths.iter().position(|known| known == path);
        let key = |path: &Vec<String>| -> Vec<usize> {
            let outer = (1..=path.len()).filter_map(|end| number(&path[..end]));
            outer.chain([usize::MAX]).collect()
        };
        let mut keys: Vec<(Vec<usize>, usize)> =
            self.paths.iter().enumerate().map(|(at, path)| (key(path), at)).collect();
        keys.sort_unstable();
        self.places = vec![Layer::default(); keys.len()];
        for (distance, (_, at)) in keys.iter().rev().enumerate() {
            self.places[*at] = Layer(-isize::try_from(distance).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_stand_as_they_are_first_named() {
        let mut layers = Layers::default();
        let none = Layer::default();
        let [base, late, inner] = ["base", "late", "base.inner"].map(|name| layers.inside(none, name));
        let unnamed = layers.inside(none, "");
        assert_eq!(layers.inside(none, "base"), base);
        assert_eq!(layers.inside(base, "inner"), inner);
        layers.settle();
        let place = |layer: Layer, is_important: bool| {
            let mut rank = Rank::of([].iter(), layer, true, 0);
            rank.settle(&layers);
            rank.declared(is_important)
        };
        for [less, more] in [[inner, base], [base, late], [late, unnamed], [unnamed, none]] {
            assert!(place(less, false) < place(more, false));
            assert!(place(less, true) > place(more, true));
        }
    }
}
