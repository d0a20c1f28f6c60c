use thiserror::Error;

#[derive(Debug, Error)]
pub enum KiteError {
    #[error("kite {0} not found")]
    KiteNotFound(String),
    #[error("the string is torn")]
    StringTorn,
}

define_error_codes! {
    "KT:Kite:",

    NO_WIND => ("NoWind",
        "There is no wind.",
        "Please wait for some."
    )
}
