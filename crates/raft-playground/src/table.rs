//! Enumerations as tables: each value stands beside what it is called.

/// Defines an enumeration, the list of its values in reading order, and a method that gives what
/// stands beside a value.
macro_rules! table {
    (
        $(#[$about:meta])*
        $vis:vis enum $name:ident {
            $($(#[$doc:meta])* $value:ident => $called:expr,)*
        }
        $(#[$method_doc:meta])*
        $method_vis:vis fn $method:ident(self) -> $type:ty;
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        $vis enum $name {
            $($(#[$doc])* $value,)*
        }

        impl $name {
            /// Every value, in reading order.
            pub const ALL: [Self; [$(Self::$value,)*].len()] = [$(Self::$value,)*];

            $(#[$method_doc])*
            $method_vis fn $method(self) -> $type {
                match self {
                    $(Self::$value => $called,)*
                }
            }
        }
    };
}

pub(crate) use table;
