//! Where everything stands on the stage.

/// A point of the stage in CSS pixels, y down.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Point {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// Where everything stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Layout {}
