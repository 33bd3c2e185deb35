package io.sallyport.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the product, as Maven wrote it beside the classes. */
final class Version implements IVersionProvider {

  private static final String RESOURCE = "/sallyport.properties";

  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream resource = Version.class.getResourceAsStream(RESOURCE)) {
      properties.load(Objects.requireNonNull(resource, RESOURCE));
    }
    return new String[] {"Sallyport " + properties.getProperty("version")};
  }
}
