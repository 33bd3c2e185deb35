package io.sallyport.jobs.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What torch saves: a zip file with one pickle and the numbers that the pickle names, each of the
 * size that it states, and a few small notes.
 */
final class TorchArchive {

  private static final String TOPIC = "torch";
  private static final Pattern NOTE = Pattern.compile("[ -~]{0,64}\\s?");
  private static final Set<String> NOTES =
      Set.of(
          "version",
          "byteorder",
          ".format_version",
          ".storage_alignment",
          ".data/serialization_id");

  private TorchArchive() {}

  static void read(byte[] content) throws NotUnderstood {
    Map<String, byte[]> members = StrictZip.read(content);
    String root = members.keySet().stream().findFirst().orElse("").replaceFirst("/.*", "/");
    byte[] pickle = members.remove(root + "data.pkl");
    if (pickle == null) {
      throw refused("no data.pkl");
    }
    Map<String, Long> unread = new HashMap<>(Pickle.read(pickle, PickleGlobals.TORCH));
    for (Map.Entry<String, byte[]> member : members.entrySet()) {
      String name =
          member.getKey().startsWith(root) ? member.getKey().substring(root.length()) : "";
      if (name.startsWith("data/")) {
        Long bytes = unread.remove(name.substring("data/".length()));
        if (bytes == null || bytes != member.getValue().length) {
          throw refused("the member " + member.getKey());
        }
      } else {
        note(name, member);
      }
    }
    if (!unread.isEmpty()) {
      throw refused("no member for the storages " + unread.keySet());
    }
  }

  private static void note(String name, Map.Entry<String, byte[]> member) throws NotUnderstood {
    byte[] content = member.getValue();
    if (!NOTES.contains(name)
        || content.length > 65
        || !NOTE.matcher(PickleCursor.text(content)).matches()
        || (name.equals("byteorder") && !PickleCursor.text(content).equals("little"))) {
      throw refused("the member " + member.getKey());
    }
  }

  private static NotUnderstood refused(String value) {
    return new NotUnderstood(TOPIC, value, "one pickle, its storages and notes");
  }
}
