package io.sallyport.authority.inbox;

/** A model version's id, {@code land-cover-7}, as an address and in words. */
final class VersionLink {

  private VersionLink() {}

  static String of(String modelVersion) {
    int dash = modelVersion.lastIndexOf('-');
    return "/models/" + modelVersion.substring(0, dash) + "/" + modelVersion.substring(dash + 1);
  }

  static String words(String modelVersion) {
    int dash = modelVersion.lastIndexOf('-');
    return modelVersion.substring(0, dash) + " version " + modelVersion.substring(dash + 1);
  }
}
