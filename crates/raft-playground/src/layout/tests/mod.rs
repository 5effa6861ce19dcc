mod labels;
mod placeholder;
mod sweep;
mod things;
