package io.sallyport.aws.objects;

import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * An object of S3 on its way into another, never as a whole in memory: each try of the request that
 * writes it reads it from its beginning.
 */
final class Rereadable implements ContentStreamProvider, AutoCloseable {

  private final Supplier<ResponseInputStream<?>> source;
  private @Nullable ResponseInputStream<?> current;

  Rereadable(Supplier<ResponseInputStream<?>> source) {
    this.source = source;
  }

  @Override
  public InputStream newStream() {
    close();
    ResponseInputStream<?> opened = source.get();
    current = opened;
    return opened;
  }

  /** Without reading what is left of it. */
  @Override
  public void close() {
    if (current != null) current.abort();
  }
}
