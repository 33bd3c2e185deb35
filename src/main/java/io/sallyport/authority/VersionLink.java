package io.sallyport.authority;

/** A model version's id, {@code land-cover-7}, as the address of its page and in words. */
public final class VersionLink {

  private VersionLink() {}

  /** {@code /models/land-cover/7}. */
  public static String of(String modelVersion) {
    int dash = dash(modelVersion);
    return "/models/" + modelVersion.substring(0, dash) + "/" + modelVersion.substring(dash + 1);
  }

  /** {@code land-cover version 7}. */
  public static String words(String modelVersion) {
    int dash = dash(modelVersion);
    return modelVersion.substring(0, dash) + " version " + modelVersion.substring(dash + 1);
  }

  private static int dash(String modelVersion) {
    int dash = modelVersion.lastIndexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException("'" + modelVersion + "' is no id of a model version");
    }
    return dash;
  }
}
