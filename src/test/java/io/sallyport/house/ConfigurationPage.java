package io.sallyport.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docs/configuration.md}: every setting of the product, from the records that bind them. */
public final class ConfigurationPage {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:([^}]*))?}");
  private static final Pattern IN_MAP = Pattern.compile("Map<String, (\\w+)>");
  private static final Pattern IN_LIST = Pattern.compile("(?:List|Set)<(\\w+)>");
  private static final int DEPTH_MAX = 4;

  private final Map<String, Setting.Group> records;
  private final List<Setting.Group> bound;

  public ConfigurationPage(Sources sources) {
    List<Setting.Group> all = SettingsRecords.in(sources);
    this.records =
        all.stream().collect(Collectors.toMap(Setting.Group::type, group -> group, (a, b) -> a));
    this.bound =
        all.stream()
            .filter(group -> !group.prefix().isEmpty())
            .sorted(Comparator.comparing(Setting.Group::prefix))
            .toList();
  }

  /** Each setting by its full name, {@code sallyport.aws.region}. */
  public Map<String, String> settings() {
    Map<String, String> lines = new TreeMap<>();
    for (Setting.Group group : bound) {
      for (Row row : rows(group.prefix(), group, 0)) lines.put(row.name(), row.line());
    }
    return lines;
  }

  /** Those without which the application does not start. */
  public List<String> required() {
    return bound.stream()
        .flatMap(group -> rows(group.prefix(), group, 0).stream())
        .filter(row -> row.setting().required())
        .map(Row::name)
        .toList();
  }

  /** The variables that a file of settings reads from the environment, with their defaults. */
  public static Map<String, Optional<String>> variables(String yaml) {
    Map<String, Optional<String>> variables = new TreeMap<>();
    Matcher matcher = VARIABLE.matcher(yaml);
    while (matcher.find()) {
      variables.put(matcher.group(1), Optional.ofNullable(matcher.group(3)));
    }
    return variables;
  }

  public String text(String applicationYaml) {
    StringBuilder page = new StringBuilder(HEAD);
    variables(applicationYaml)
        .forEach((name, standard) -> page.append("- `").append(name).append("`\n"));
    for (Setting.Group group : bound) {
      page.append("\n## ").append(group.prefix()).append("\n").append(group.meaning());
      page.append("\n\n| setting | type | default | meaning |\n|---|---|---|---|\n");
      rows(group.prefix(), group, 0).forEach(row -> page.append(row.line()).append('\n'));
    }
    return page.toString();
  }

  private List<Row> rows(String prefix, Setting.Group group, int depth) {
    List<Row> rows = new ArrayList<>();
    for (Setting setting : group.settings()) {
      String name = prefix + "." + setting.key();
      String inner = setting.type();
      Matcher map = IN_MAP.matcher(inner);
      Matcher list = IN_LIST.matcher(inner);
      if (map.matches() && records.containsKey(map.group(1))) {
        name += ".<name>";
        inner = map.group(1);
      } else if (list.matches() && records.containsKey(list.group(1))) {
        name += "[n]";
        inner = list.group(1);
      }
      Setting.Group nested = records.get(inner);
      if (nested != null && depth < DEPTH_MAX) rows.addAll(rows(name, nested, depth + 1));
      else rows.add(new Row(name, setting));
    }
    return rows;
  }

  private record Row(String name, Setting setting) {

    String line() {
      String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
      return "| `%s` | `%s` | %s | %s |"
          .formatted(
              name,
              setting.type().replace("|", "\\|"),
              setting.required() ? "**required**" : standard,
              setting.meaning());
    }
  }

  private static final String HEAD =
      """
      # Configuration

      Written by `ConfigurationTest` from the settings records; do not edit. After a change:
      `./mvnw test -Dtest=ConfigurationTest -Dupdate=true`.

      A setting is given in the environment (`sallyport.aws.event-queue` is
      `SALLYPORT_AWS_EVENTQUEUE`: dots become underscores, hyphens go) or in a file named by
      `SPRING_CONFIG_ADDITIONAL_LOCATION`. All are read and checked once, at start.

      ## Variables that `application.yaml` reads
      """;
}
