//! Reads lists, objects and variants, element by element.

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

use super::{Mistake, Reader};

/// The elements of a list, or the entries of an object, that are not read yet.
pub(super) struct Items<'r, 'a> {
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) is_first: bool,
}

impl Items<'_, '_> {
    /// Goes to the next one; false at the end.
    #[inline(never)]
    fn has_next(&mut self, end: u8) -> bool {
        if self.reader.takes(end) || self.reader.rest.is_empty() {
            return false;
        }
        if !self.is_first {
            self.reader.takes(b',');
        }
        self.is_first = false;
        true
    }
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Mistake;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Mistake> {
        if self.has_next(b']') { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Items<'_, '_> {
    type Error = Mistake;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Mistake> {
        if self.has_next(b'}') { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Mistake> {
        self.reader.takes(b':');
        seed.deserialize(&mut *self.reader)
    }
}

/// A variant: a string, or an object with one key.
pub(super) struct Variant<'r, 'a> {
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) has_content: bool,
}

impl<'de> EnumAccess<'de> for Variant<'_, '_> {
    type Error = Mistake;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Mistake> {
        let variant = seed.deserialize(&mut *self.reader)?;
        if self.has_content {
            self.reader.takes(b':');
        }
        Ok((variant, self))
    }
}

impl Variant<'_, '_> {
    fn require_content(&self) -> Result<(), Mistake> {
        let missing = || Mistake("this needs an object with a value".to_owned());
        self.has_content.then_some(()).ok_or_else(missing)
    }

    /// The end of the object with the variant.
    fn end<T>(&mut self, content: T) -> Result<T, Mistake> {
        if self.reader.takes(b'}') {
            return Ok(content);
        }
        Err(Mistake("an object with one key was expected".to_owned()))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_> {
    type Error = Mistake;

    fn unit_variant(mut self) -> Result<(), Mistake> {
        if !self.has_content {
            return Ok(());
        }
        Deserialize::deserialize(&mut *self.reader).and_then(|()| self.end(()))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        mut self,
        seed: T,
    ) -> Result<T::Value, Mistake> {
        self.require_content()?;
        let content = seed.deserialize(&mut *self.reader)?;
        self.end(content)
    }

    fn tuple_variant<V: Visitor<'de>>(mut self, _: usize, visitor: V) -> Result<V::Value, Mistake> {
        self.require_content()?;
        let content = self.reader.deserialize_seq(visitor)?;
        self.end(content)
    }

    fn struct_variant<V: Visitor<'de>>(
        mut self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        self.require_content()?;
        let content = self.reader.deserialize_map(visitor)?;
        self.end(content)
    }
}
