use thiserror::Error;

#[derive(Error, Debug)]
pub enum WellError {
    #[error("the well is dry")]
    Dry,
    #[error("the rope {0} is torn")]
    RopeTorn(String),
    /// Nobody turned the handle.
    #[error("the bucket did not come up: {reason}")]
    BucketStuck { reason: String },
}
