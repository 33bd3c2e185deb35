package io.sallyport.abuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What has become of a case: each part by the names of its things, with how many there are or what
 * they hold.
 */
record End(Map<String, Map<String, String>> parts) {

  /**
   * Each thing that is otherwise than in {@code clean}: what there is, and what there should be.
   */
  List<String> differences(End clean) {
    List<String> differences = new ArrayList<>();
    for (String part : parts.keySet()) {
      Map<String, String> found = parts.get(part);
      Map<String, String> wanted = clean.parts().get(part);
      TreeSet<String> names = new TreeSet<>(found.keySet());
      names.addAll(wanted.keySet());
      for (String name : names) {
        String is = found.getOrDefault(name, "none");
        String should = wanted.getOrDefault(name, "none");
        if (!is.equals(should)) {
          differences.add("%s %s is %s instead of %s".formatted(part, name, is, should));
        }
      }
    }
    return differences;
  }
}
