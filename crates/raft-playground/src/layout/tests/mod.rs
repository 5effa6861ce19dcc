mod placeholder;
mod sweep;
