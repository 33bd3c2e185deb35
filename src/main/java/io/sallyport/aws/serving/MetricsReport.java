package io.sallyport.aws.serving;

/** A report of metrics that belongs to a registered model, with the SHA-256 of its bytes in hex. */
public record MetricsReport(String uri, String sha256) {}
