package io.sallyport.aws.serving;

/** What the model answered: a JSON line for each row, and the variant that answered. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the caller, never compared
public record ModelAnswer(byte[] body, String contentType, String variant) {}
