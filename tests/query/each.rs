//! What a filter shows is what asking every event and every quote, one by one, shows.

#![expect(
    clippy::indexing_slicing,
    reason = "to the lint, only what is marked as a test is one"
)]

use std::sync::LazyLock;

use astana::builtin::{DATA, SEEDS};
use astana::load::{Input, load};
use astana::query::{Part, Query, Term, Test, Value, parse, shown};
use astana::text::{Text, fold};
use astana::timeline::{Event, EventIx, Facet, Form, QuoteIx, SourceIx, Timeline};
use chrono::NaiveDate;
use proptest::prelude::*;

static SHIPPED: LazyLock<Timeline> = LazyLock::new(|| load(Input::embedded(DATA, SEEDS)).timeline);

/// An event as a whole, or one of its quotes.
#[derive(Clone, Copy)]
struct Item {
    event: EventIx,
    quote: Option<QuoteIx>,
}

impl Item {
    fn days(self) -> (NaiveDate, NaiveDate) {
        let timeline = &*SHIPPED;
        let date = self.quote.map(|quote| &timeline[quote].date);
        date.map_or_else(
            || {
                let event = &timeline[self.event];
                (event.first_day(), event.last_day())
            },
            |date| (date.first(), date.last()),
        )
    }

    fn sources(self) -> usize {
        match self.quote {
            Some(quote) => SHIPPED[quote].sources.len(),
            None => SHIPPED[self.event].sources.len(),
        }
    }

    fn text(self) -> &'static str {
        let text = SHIPPED.text(self.event);
        self.quote
            .map_or_else(|| text.whole(), |quote| text.quote(quote.nth as usize))
    }

    /// The values of a field that it has, folded.
    fn values(self, facet: Facet) -> Vec<String> {
        let of_event = of_event(&SHIPPED[self.event], self.event, facet);
        match (facet, self.quote) {
            (Facet::Kind | Facet::Place | Facet::Zone, _)
            | (Facet::Participant | Facet::Role | Facet::Year, None) => of_event,
            (_, Some(quote)) => of_quote(quote, facet),
            (_, None) => {
                let quotes = SHIPPED.quotes_of(self.event);
                let of_quotes = quotes.flat_map(|quote| of_quote(quote, facet));
                of_event.into_iter().chain(of_quotes).collect()
            }
        }
    }

    fn took_part(self, value: &Value) -> bool {
        let timeline = &*SHIPPED;
        let said_for = self
            .quote
            .map(|quote| timeline.quote_participant(&timeline[quote]));
        timeline[self.event].participants.iter().any(|part| {
            timeline[part.participant].id.as_str() == value.key
                && value
                    .role
                    .as_ref()
                    .is_none_or(|role| timeline[part.role].id == *role)
                && said_for.is_none_or(|said_for| said_for == Some(part.participant))
        })
    }

    fn passes(self, test: &Test) -> bool {
        let timeline = &*SHIPPED;
        let event = &timeline[self.event];
        match test {
            Test::Words(words) => self.text().contains(&fold(words)),
            Test::Values(Facet::Participant, values)
                if values.iter().any(|it| it.role.is_some()) =>
            {
                values.iter().any(|value| self.took_part(value))
            }
            Test::Values(facet, values) => {
                let has = self.values(*facet);
                values.iter().any(|value| has.contains(&fold(&value.key)))
            }
            Test::Days { ranges, .. } => {
                let (first, last) = self.days();
                ranges
                    .iter()
                    .any(|range| first <= range.last() && last >= range.first())
            }
            Test::Sources(counts) => counts.iter().any(|it| it.contains(self.sources())),
            Test::Has(parts) => parts.iter().any(|part| match part {
                Part::Doubt => !event.doubts.is_empty(),
                Part::Document => !event.documents.is_empty(),
                Part::Quote => !event.quotes.is_empty(),
                Part::Outcome => !event.outcomes.is_empty(),
                Part::Next => event.next.is_some(),
                Part::Source => !event.sources.is_empty(),
            }),
        }
    }
}

fn folded<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Vec<String> {
    texts.into_iter().map(|text| fold(text.raw())).collect()
}

fn publisher(at: SourceIx) -> String {
    let source = &SHIPPED[at];
    let publisher = source.publisher.as_ref().map(Text::raw);
    fold(publisher.unwrap_or_else(|| source.id.as_str()))
}

fn of_event(event: &Event, at: EventIx, facet: Facet) -> Vec<String> {
    let timeline = &*SHIPPED;
    let parts = event.participants.iter();
    match facet {
        Facet::Participant => parts
            .map(|it| timeline[it.participant].id.to_string())
            .collect(),
        Facet::Role => parts.map(|it| timeline[it.role].id.to_string()).collect(),
        Facet::Kind => vec![timeline[event.kind].id.to_string()],
        Facet::Topic => folded(&event.topics),
        Facet::Place => {
            let drawn = event.place.map(|place| &timeline[place].name);
            folded(
                [event.city.as_ref(), event.country.as_ref(), drawn]
                    .into_iter()
                    .flatten(),
            )
        }
        Facet::Source => {
            let quotes: Vec<_> = event.quotes.iter().map(|it| &*it.sources).collect();
            let lists = event.source_lists();
            let lists = lists.filter(|list| !quotes.iter().any(|it| std::ptr::eq(*it, *list)));
            lists.flatten().map(|it| publisher(*it)).collect()
        }
        Facet::Zone => {
            let zones = timeline.zones().iter();
            let concerned = zones.filter(|zone| {
                zone.history.iter().any(|status| status.event == Some(at))
                    || event
                        .place
                        .is_some_and(|place| zone.places.contains(&place))
            });
            concerned.map(|zone| zone.id.to_string()).collect()
        }
        Facet::Year | Facet::Speaker | Facet::Form | Facet::State => Vec::new(),
    }
}

fn of_quote(at: QuoteIx, facet: Facet) -> Vec<String> {
    let timeline = &*SHIPPED;
    let quote = &timeline[at];
    let said_for = timeline.quote_participant(quote);
    match facet {
        Facet::Participant => said_for
            .iter()
            .map(|it| timeline[*it].id.to_string())
            .collect(),
        Facet::Role => {
            let parts = timeline[at.event].participants.iter();
            let parts = parts.filter(|part| Some(part.participant) == said_for);
            parts
                .map(|part| timeline[part.role].id.to_string())
                .collect()
        }
        Facet::Speaker => vec![timeline[quote.speaker].id.to_string()],
        Facet::Topic => folded(&quote.topics),
        Facet::Source => quote.sources.iter().map(|it| publisher(*it)).collect(),
        Facet::Form => {
            let is_direct = quote.state.form() == Form::Direct;
            vec![String::from(if is_direct { "direct" } else { "indirect" })]
        }
        Facet::State => vec![quote.state.name().to_owned()],
        Facet::Kind | Facet::Place | Facet::Zone | Facet::Year => Vec::new(),
    }
}

fn holds(term: &Term, item: Item) -> bool {
    item.passes(&term.test) != term.not
}

/// Whether a query shows an event: what asks for a speaker, a form or a state must hold for one quote.
fn shows_event(query: &Query, event: EventIx) -> bool {
    let of_quotes = |term: &&Term| {
        !term.not
            && matches!(
                term.test,
                Test::Values(Facet::Speaker | Facet::Form | Facet::State, _)
            )
    };
    let (of_quote, of_event): (Vec<&Term>, Vec<&Term>) = query.terms().iter().partition(of_quotes);
    let whole = Item { event, quote: None };
    let said = |quote| Item {
        event,
        quote: Some(quote),
    };
    of_event.iter().all(|term| holds(term, whole))
        && (of_quote.is_empty()
            || SHIPPED
                .quotes_of(event)
                .any(|quote| of_quote.iter().all(|term| holds(term, said(quote)))))
}

fn term() -> impl Strategy<Value = Term> {
    let value = (
        prop::sample::select(&Facet::ALL),
        any::<prop::sample::Index>(),
    );
    let one = value.prop_map(|(facet, at)| {
        let all = SHIPPED.values(facet).all();
        Term::asking_for(facet, &[at.get(all).key.clone()]).unwrap()
    });
    let typed = prop::sample::select(vec![
        "ceasefire",
        "\"final statement\"",
        "participant:russia,iran/guarantor",
        "participant:un/observer",
        "sources:2..3",
        "sources:>3",
        "date:2017-05..2018-01",
        "year:2018,2021",
        "has:doubt,document",
        "has:quote",
        "has:source",
        "has:next,outcome",
        "speaker:nobody",
    ]);
    let typed = typed.prop_map(|typed| parse(typed, &SHIPPED).0.terms().first().cloned());
    let typed = typed.prop_filter_map("no such value", |term| term);
    (any::<bool>(), prop_oneof![one, typed]).prop_map(|(not, term)| Term { not, ..term })
}

proptest! {
    #[test]
    fn a_filter_shows_what_asking_one_by_one_shows(terms in prop::collection::vec(term(), 0..4)) {
        let mut query = Query::default();
        for term in terms {
            query.add(term);
        }
        let timeline = &*SHIPPED;
        let shown = shown(timeline, &query);
        for event in timeline.event_handles() {
            prop_assert_eq!(shown.shows(event), shows_event(&query, event), "{} {}", query, timeline[event].id);
        }
        for quote in timeline.quotes() {
            let item = Item { event: quote.event, quote: Some(quote) };
            let holds = query.terms().iter().all(|term| holds(term, item));
            prop_assert_eq!(shown.shows_quote(quote, timeline), holds, "{}", query);
        }
    }
}
