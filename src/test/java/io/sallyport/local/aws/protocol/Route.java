package io.sallyport.local.aws.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a REST operation lives: {@code PUT /{Bucket}/{Key+}?partNumber&uploadId
 * #x-amz-copy-source}. Query names must be present ({@code name=value}: with that value), the
 * header behind {@code #} too; of several routes that match, the one that asks for most is meant.
 */
public record Route(
    String method, List<String> segments, List<String> marks, List<String> headers) {

  private static final String ANY = "*";

  /** An operation of a protocol that has no paths. */
  public static Route rpc() {
    return new Route(ANY, List.of(), List.of(), List.of());
  }

  public static Route of(String text) {
    String[] words = text.split(" ", -1);
    String[] target = words[1].split("\\?", -1);
    List<String> segments = new ArrayList<>(Arrays.asList(target[0].substring(1).split("/", -1)));
    segments.remove("");
    List<String> marks = target.length > 1 ? List.of(target[1].split("&", -1)) : List.of();
    List<String> headers = words.length > 2 ? List.of(words[2].substring(1)) : List.of();
    return new Route(words[0], List.copyOf(segments), marks, headers);
  }

  public boolean isRpc() {
    return method.equals(ANY);
  }

  /** How much the route asks for. */
  public int weight() {
    long literals = segments.stream().filter(segment -> !segment.startsWith("{")).count();
    return marks.size() + headers.size() + (int) literals;
  }

  /** The path's parameters if this route is meant, else nothing. */
  public Optional<Map<String, String>> match(Request request) {
    boolean fits =
        method.equals(request.method())
            && marks.stream().allMatch(mark -> hasMark(request, mark))
            && headers.stream().allMatch(name -> request.header(name).isPresent());
    return fits ? matchPath(request.rawPath()) : Optional.empty();
  }

  private static boolean hasMark(Request request, String mark) {
    String[] parts = mark.split("=", 2);
    Optional<String> value = request.query(parts[0]);
    return parts.length == 1 ? value.isPresent() : value.equals(Optional.of(parts[1]));
  }

  private Optional<Map<String, String>> matchPath(String rawPath) {
    Map<String, String> found = new LinkedHashMap<>();
    String rest = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
    for (String segment : segments) {
      if (rest.isEmpty()) {
        return Optional.empty();
      }
      boolean greedy = segment.endsWith("+}");
      int end = greedy || rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
      String value = Request.decodePath(rest.substring(0, end));
      if (segment.startsWith("{")) {
        found.put(segment.substring(1, segment.length() - (greedy ? 2 : 1)), value);
      } else if (!segment.equals(value)) {
        return Optional.empty();
      }
      rest = end == rest.length() ? "" : rest.substring(end + 1);
    }
    return rest.isEmpty() ? Optional.of(found) : Optional.empty();
  }
}
