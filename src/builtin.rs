//! The Astana timeline and its source texts, embedded in the program.

/// Makes a list of `(name, text)` of files below a folder of the repository.
macro_rules! embedded {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../", $folder, "/", $name)))),*]
    };
}

/// The timeline's files: every `*.toml` below `data/`.
pub const DATA: &[(&str, &str)] = embedded!("data":
    "events/2016.toml",
    "events/2017.toml",
    "events/2018.toml",
    "events/2019.toml",
    "events/2020.toml",
    "events/2021.toml",
    "events/2022.toml",
    "events/2023.toml",
    "events/2024.toml",
    "participants.toml",
    "people.toml",
    "places.toml",
    "sources/2016.toml",
    "sources/2017.toml",
    "sources/2018.toml",
    "sources/2019.toml",
    "sources/2020.toml",
    "sources/2021.toml",
    "sources/2022.toml",
    "sources/2023.toml",
    "sources/2024.toml",
    "timeline.toml",
    "zones.toml",
);

/// A small timeline to start from, with comments, and its source text: every file below `template/`.
pub const TEMPLATE: &[(&str, &str)] = embedded!("template": "seeds/harbour-post.txt", "talks.toml");

/// Borders and coasts of the world, as `GeoJSON`; the file says where they come from.
pub const BORDERS: &str = include_str!("../data/map/borders.geojson");

/// The source texts: every file below `seeds/`.
pub const SEEDS: &[(&str, &str)] = embedded!("seeds": "000_175a7641cff163f8.txt");
