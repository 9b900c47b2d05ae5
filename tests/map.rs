//! The borders that the program comes with, and the part of the world that is drawn.

use std::collections::BTreeSet;
use std::fmt::Write;

use astana::builtin::BORDERS;
use astana::load::{Input, load};
use astana::map::{Borders, Frame};
use astana::timeline::Timeline;
use proptest::prelude::*;
use serde_json::Value;

/// A timeline whose one zone stands at some places, degrees north and east.
fn zone_at(places: &[(f64, f64)]) -> Timeline {
    let mut toml = String::from("[timeline]\nschema = 1\ntitle = \"Talks\"\n");
    let ids: Vec<String> = (0..places.len()).map(|nth| format!("\"p{nth}\"")).collect();
    for (id, (lat, lon)) in ids.iter().zip(places) {
        write!(
            toml,
            "[[place]]\nid = {id}\nname = \"Town\"\nlat = {lat:.2}\nlon = {lon:.2}\n"
        )
        .unwrap();
    }
    let ids = ids.join(", ");
    write!(
        toml,
        "[[zone]]\nid = \"z\"\nname = \"Zone\"\nplaces = [{ids}]\n"
    )
    .unwrap();
    load(Input::text("talks.toml", toml)).timeline
}

#[test]
fn the_borders_are_geojson_that_says_where_it_comes_from() {
    let file: Value = serde_json::from_str(BORDERS).unwrap();
    assert_eq!(file["type"], "FeatureCollection");
    assert!(file["origin"].as_str().unwrap().contains("Natural Earth"));
    assert!(
        file["origin"]
            .as_str()
            .unwrap()
            .contains("world-atlas 2.0.2")
    );
    assert_eq!(file["licence"], "public domain");
    for feature in file["features"].as_array().unwrap() {
        assert_eq!(feature["type"], "Feature");
        assert_eq!(feature["geometry"]["type"], "MultiLineString");
        let sides = feature["properties"]["of"].as_array().unwrap().len();
        assert!((1..=2).contains(&sides), "{feature}");
    }
    assert!(BORDERS.len() < 128 * 1024, "{}", BORDERS.len());
}

#[test]
fn every_border_is_there_once_and_on_the_globe() {
    let mut known = BTreeSet::new();
    for border in Borders::embedded().iter() {
        assert!(known.insert(border.of.clone()), "{:?} twice", border.of);
        for line in &border.lines {
            assert!(line.len() >= 2, "{:?}", border.of);
            for [lon, lat] in line {
                assert!(lon.abs() <= 180.0 && lat.abs() <= 90.0, "{:?}", border.of);
            }
        }
    }
    let syria: Vec<_> = known
        .iter()
        .filter(|of| of.iter().any(|of| of == "Syria"))
        .collect();
    // Iraq, Israel, Jordan, Lebanon, Turkey, and the coast.
    assert_eq!(syria.len(), 6, "{syria:?}");
}

#[test]
fn a_point_lies_in_its_country() {
    let borders = Borders::embedded();
    for (country, lat, lon) in [
        ("Syria", 36.20, 37.16),
        ("Turkey", 39.93, 32.86),
        ("Kazakhstan", 51.17, 71.43),
        ("Russia", 55.75, 37.62),
        ("Brazil", -15.79, -47.88),
        ("New Zealand", -38.6, 176.0),
    ] {
        assert_eq!(borders.country_at([lon, lat]), Some(country));
    }
    assert_eq!(borders.country_at([33.0, 34.0]), None, "the sea");
}

#[test]
fn borders_that_are_no_geojson_are_an_error() {
    assert!(Borders::read("{}").is_err());
    assert!(Borders::read("[1, 2]").is_err());
}

#[test]
fn the_zones_are_shown_in_their_country() {
    let input = Input::embedded(astana::builtin::DATA, astana::builtin::SEEDS);
    let frame = Frame::of(&load(input).timeline, Borders::embedded()).unwrap();
    assert_eq!(frame.countries(), ["Syria"]);
    let corners = [[35.7, 32.4], [42.3, 37.2], [36.3, 33.5]];
    let (width, height) = frame.half();
    for corner in corners {
        let (x, y) = frame.project(corner);
        assert!(x.abs() <= width && y.abs() <= height, "{corner:?}");
    }
    // And not in a part of the world so large that they could not be seen.
    assert!(width < 4.0 && height < 4.0, "{width} {height}");
}

#[test]
fn a_country_that_is_too_large_is_not_shown_whole() {
    let frame = Frame::of(&zone_at(&[(55.75, 37.62)]), Borders::embedded()).unwrap();
    assert_eq!(frame.countries(), ["Russia"]);
    assert!(frame.half().0 <= 1.0, "{:?}", frame.half());
}

#[test]
fn a_zone_on_both_sides_of_the_180th_meridian_is_near_to_itself() {
    let frame = Frame::of(
        &zone_at(&[(0.0, 179.0), (1.0, -179.5)]),
        Borders::embedded(),
    )
    .unwrap();
    let (west, east) = (
        frame.project([179.0, 0.0]).0,
        frame.project([-179.5, 1.0]).0,
    );
    assert!((east - west - 1.5).abs() < 0.01, "{west} {east}");
    assert!(frame.half().0 < 2.0, "{:?}", frame.half());
}

proptest! {
    #[test]
    fn a_frame_holds_every_place_of_its_zones(
        places in prop::collection::vec((-90.0_f64..=90.0, -180.0_f64..=180.0), 1..6)
    ) {
        let timeline = zone_at(&places);
        let frame = Frame::of(&timeline, Borders::embedded()).unwrap();
        let (width, height) = frame.half();
        for place in timeline.places() {
            let (x, y) = frame.project([place.lon, place.lat]);
            prop_assert!(x.abs() <= width + 1e-6 && y.abs() <= height + 1e-6, "{:?}", frame);
        }
    }
}
