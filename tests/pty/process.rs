//! What the kernel says of a process.

use std::fs;

/// A line of `/proc/PID/stat`.
pub(super) struct Process {
    pub(super) pid: i32,
    pub(super) name: String,
    pub(super) parent: i32,
    /// R, S, T, Z as in `ps`.
    pub(super) state: char,
    /// The processor time it and the children it has waited for used, in hundredths of a second.
    pub(super) ticks: u64,
}

impl Process {
    /// Nothing if there is no such process.
    pub(super) fn find(pid: i32) -> Option<Self> {
        let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let (start, rest) = text.rsplit_once(") ")?;
        let fields: Vec<&str> = rest.split_whitespace().collect();
        let times = fields[11..15].iter().map(|it| it.parse::<u64>().unwrap());
        Some(Self {
            pid,
            name: start.split_once('(')?.1.to_owned(),
            parent: fields[1].parse().unwrap(),
            state: fields[0].chars().next()?,
            ticks: times.sum(),
        })
    }

    /// All there are at the moment.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let entries = fs::read_dir("/proc").unwrap();
        entries.filter_map(|entry| Self::find(entry.unwrap().file_name().to_str()?.parse().ok()?))
    }

    /// The memory in use, in kilobytes.
    pub(super) fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid)).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        line.unwrap()
            .split_whitespace()
            .nth(1)
            .unwrap()
            .parse()
            .unwrap()
    }
}
