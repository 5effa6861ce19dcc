//! Writes lists and objects, element by element.

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::{Never, Writer};

/// A list or an object that is being written.
pub(super) struct Compound<'a> {
    pub(super) writer: &'a mut Writer,
    /// What ends it.
    pub(super) closing: &'static str,
    pub(super) is_first: bool,
}

impl Compound<'_> {
    /// Separates the next element from the one before it.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn separate(&mut self) {
        if !self.is_first {
            self.writer.raw(",");
        }
        self.is_first = false;
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn key(&mut self, key: &'static str) {
        self.separate();
        self.writer.name(key);
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.separate();
        value.serialize(&mut *self.writer)
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Never> {
        self.key(key);
        value.serialize(&mut *self.writer)
    }

    #[expect(clippy::unnecessary_wraps, reason = "the ends of all compounds are results")]
    pub(super) fn close(self) -> Result<(), Never> {
        self.writer.raw(self.closing);
        Ok(())
    }
}

impl SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.separate();
        let begin = self.writer.0.len();
        key.serialize(&mut *self.writer)?;
        // A text is in quotation marks already, a number is not.
        if self.writer.0[begin] != b'"' {
            self.writer.0.insert(begin, b'"');
            self.writer.0.push(b'"');
        }
        self.writer.raw(":");
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Never> {
        self.close()
    }
}

/// Compounds whose elements have no names.
macro_rules! lists {
    ($($of:ident::$method:ident;)*) => {
        $(impl $of for Compound<'_> {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                self.element(value)
            }

            fn end(self) -> Result<(), Never> {
                self.close()
            }
        })*
    };
}

/// Compounds whose elements have names.
macro_rules! objects {
    ($($of:ident;)*) => {
        $(impl $of for Compound<'_> {
            type Ok = ();
            type Error = Never;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), Never> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), Never> {
                self.close()
            }
        })*
    };
}

lists! {
    SerializeSeq::serialize_element;
    SerializeTuple::serialize_element;
    SerializeTupleStruct::serialize_field;
    SerializeTupleVariant::serialize_field;
}

objects! {
    SerializeStruct;
    SerializeStructVariant;
}
