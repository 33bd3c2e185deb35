package io.sallyport.local;

import java.util.List;
import java.util.stream.Collectors;

/** Policy documents as an administrator writes them, statement by statement. */
final class Policy {

  private Policy() {}

  static String of(List<String> statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  /** For a policy that hangs on an identity. */
  static String allow(List<String> actions, List<String> resources) {
    return allow(actions, resources, "{}");
  }

  static String allow(List<String> actions, List<String> resources, String condition) {
    return "{\"Effect\":\"Allow\",\"Action\":%s,\"Resource\":%s,\"Condition\":%s}"
        .formatted(json(actions), json(resources), condition);
  }

  /** For a policy that hangs on a key: its resource is the key itself. */
  static String allowTo(List<String> principals, List<String> actions) {
    return "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":%s},\"Action\":%s,\"Resource\":\"*\"}"
        .formatted(json(principals), json(actions));
  }

  /** For a policy that hangs on a bucket: nobody may, where the condition holds. */
  static String denyEverybody(String action, String resource, String condition) {
    return "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"%s\",\"Resource\":\"%s\",\"Condition\":%s}"
        .formatted(action, resource, condition);
  }

  /** Holds for everybody but these. */
  static String isNot(List<String> principals) {
    return "{\"ArnNotEquals\":{\"aws:PrincipalArn\":" + json(principals) + "}}";
  }

  private static String json(List<String> texts) {
    return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]"));
  }
}
