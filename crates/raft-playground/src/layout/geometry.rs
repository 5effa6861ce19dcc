//! Points, boxes and straight lines, in CSS pixels, y down.

/// A point of the stage in CSS pixels, y down.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Point {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The point this much further to the right and further down.
    #[must_use]
    pub fn offset(self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }

    /// How far away the other point is.
    pub fn distance(self, other: Self) -> f64 {
        length(other.x - self.x, other.y - self.y)
    }
}

/// A straight line from one point to another.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Segment {
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

impl Segment {
    /// The point at a part of the way: 0 is where it begins, 1 where it ends.
    pub fn at(self, progress: f64) -> Point {
        self.from.offset((self.to.x - self.from.x) * progress, (self.to.y - self.from.y) * progress)
    }

    /// Its length.
    pub fn length(self) -> f64 {
        self.from.distance(self.to)
    }

    /// Its direction as a vector of length 1; nothing if it has no length.
    pub fn direction(self) -> Point {
        let length = self.length();
        if length == 0.0 {
            return Point::default();
        }
        Point { x: (self.to.x - self.from.x) / length, y: (self.to.y - self.from.y) / length }
    }

    /// The same line, `distance` to the right of where a traveller along it walks.
    #[must_use]
    pub fn keep_right(self, distance: f64) -> Self {
        let Point { x, y } = self.direction();
        let aside = |point: Point| point.offset(-y * distance, x * distance);
        Self { from: aside(self.from), to: aside(self.to) }
    }

    /// The same line, shorter by these lengths at its ends.
    #[must_use]
    pub fn shorten(self, at_start: f64, at_end: f64) -> Self {
        let Point { x, y } = self.direction();
        Self {
            from: self.from.offset(x * at_start, y * at_start),
            to: self.to.offset(-x * at_end, -y * at_end),
        }
    }

    /// Where it crosses another line, as a part of the way along this one; none if it does not.
    pub fn crosses(self, other: Self) -> Option<f64> {
        let (along, across) = (self.vector(), other.vector());
        let between = Self { from: self.from, to: other.from }.vector();
        let turn = cross(along, across);
        let (here, there) = (cross(between, across) / turn, cross(between, along) / turn);
        // Parallel lines give no number, which is in no range.
        let within = |part: f64| (0.0..=1.0).contains(&part);
        (within(here) && within(there)).then_some(here)
    }

    fn vector(self) -> Point {
        Point { x: self.to.x - self.from.x, y: self.to.y - self.from.y }
    }

    /// How far a point is from the nearest point of this line, and which part of the way that is.
    pub fn nearest(self, point: Point) -> (f64, f64) {
        let Point { x, y } = self.direction();
        let length = self.length();
        let along = (point.x - self.from.x) * x + (point.y - self.from.y) * y;
        let progress = if length == 0.0 { 0.0 } else { (along / length).clamp(0.0, 1.0) };
        (self.at(progress).distance(point), progress)
    }
}

/// A box with upright sides.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Rect {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// From its left to its right side.
    pub width: f64,
    /// From its upper to its lower side.
    pub height: f64,
}

impl Rect {
    /// A box of this size around a point.
    pub fn around(centre: Point, width: f64, height: f64) -> Self {
        Self { x: centre.x - width / 2.0, y: centre.y - height / 2.0, width, height }
    }

    /// The point at these parts of its width and height.
    pub fn place(&self, part: Point) -> Point {
        Point { x: self.x + part.x * self.width, y: self.y + part.y * self.height }
    }

    /// At which parts of its width and height a point lies.
    pub fn part(&self, point: Point) -> Point {
        Point { x: (point.x - self.x) / self.width, y: (point.y - self.y) / self.height }
    }

    /// How far another box is from this one, measured along the axis on which they are farther
    /// apart; negative if they overlap.
    pub fn gap(&self, other: Self) -> f64 {
        let aside = (self.x - other.x - other.width).max(other.x - self.x - self.width);
        let above = (self.y - other.y - other.height).max(other.y - self.y - self.height);
        aside.max(above)
    }

    /// How far a point is from this box; 0 inside.
    pub fn distance(self, point: Point) -> f64 {
        let aside = (self.x - point.x).max(point.x - self.x - self.width).max(0.0);
        let above = (self.y - point.y).max(point.y - self.y - self.height).max(0.0);
        length(aside, above)
    }
}

/// How much the second vector turns to the right of the first.
fn cross(one: Point, other: Point) -> f64 {
    one.x * other.y - one.y * other.x
}

/// The length of a line across and down. Pixels never come near overflow, which is all that the
/// larger `hypot` of the library would add.
fn length(across: f64, down: f64) -> f64 {
    (across * across + down * down).sqrt()
}
