package io.sallyport.authority.inbox;

import io.sallyport.authority.Decision;
import io.sallyport.authority.TaskPage.Choice;
import io.sallyport.rules.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A form with what was answered and all that is wrong with it.
 *
 * @param general what is wrong with no field of its own
 */
record FormPage(List<Field> fields, List<String> general) {

  static final String OUTCOME = "outcome";
  static final String CHECKLIST = "checklist";
  static final String GROUNDS = "grounds";

  /** Characters of any answer, whatever the form says. */
  private static final int LENGTH_MAX = 4_000;

  /**
   * A field as the template places it.
   *
   * @param group the heading of the group it stands in; empty: in none
   * @param error empty when nothing is wrong
   */
  record Field(
      String group,
      String key,
      String type,
      String label,
      String hint,
      boolean required,
      String value,
      List<Option> options,
      String error) {

    public boolean isWrong() {
      return !error.isEmpty();
    }

    /** Ids of hint and error; empty when there is neither. */
    public String describedBy() {
      String ids = (hint.isEmpty() ? "" : key + "-hint ") + (isWrong() ? key + "-error" : "");
      return ids.strip();
    }

    /** Where the error summary leads: a group of options is reached by its first. */
    public String firstId() {
      return options.isEmpty() || type.equals("select") ? key : key + "-" + options.get(0).value();
    }

    Field wrong(String what) {
      return new Field(group, key, type, label, hint, required, value, options, what);
    }
  }

  record Option(String value, String label, String hint, boolean chosen) {}

  /** A principal of whom the task speaks, and how it is called. */
  record Offer(String principal, String name) {}

  /**
   * What the task offers: its choices stand for the form's outcomes, and in a checklist its
   * principals may be chosen, by the key of the field.
   */
  record Offers(List<Choice> choices, Map<String, List<Offer>> principals) {}

  /** The form, filled with {@code answers}; of a checklist what was chosen, one a line. */
  static FormPage of(FormFile form, Offers offers, Map<String, String> answers) {
    List<Field> fields = new ArrayList<>();
    for (FormFile.Component component : form.fields()) {
      String value = answers.getOrDefault(component.keyOrEmpty(), "");
      fields.add(
          new Field(
              form.groupOf(component),
              component.keyOrEmpty(),
              component.type(),
              component.words(),
              component.hint(),
              component.limits().required(),
              value,
              options(component, offers, value),
              ""));
    }
    return new FormPage(fields, List.of());
  }

  /** The same with what the form itself says is wrong, and then what the law says. */
  FormPage checked(FormFile form, List<Finding> findings) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (FormFile.Component component : form.fields()) {
      String wrong = wrong(component, value(component.keyOrEmpty()));
      if (!wrong.isEmpty()) errors.put(component.keyOrEmpty(), wrong);
    }
    List<String> general = new ArrayList<>();
    for (Finding finding : findings) {
      if (fields.stream().anyMatch(field -> field.key().equals(finding.subject()))) {
        errors.putIfAbsent(finding.subject(), "It is " + said(finding));
      } else {
        general.add(finding.subject() + " is " + said(finding));
      }
    }
    return new FormPage(
        fields.stream().map(field -> field.wrong(errors.getOrDefault(field.key(), ""))).toList(),
        general);
  }

  /** Fields that stand together. */
  record Group(String heading, List<Field> fields) {

    /** Whether a folded group is shown unfolded: something in it was filled in, or is wrong. */
    public boolean isOpen() {
      return fields.stream().anyMatch(field -> field.isWrong() || !field.value().isBlank());
    }
  }

  /** The fields by the groups of the form, in its order. */
  public List<Group> groups() {
    Map<String, List<Field>> groups = new LinkedHashMap<>();
    for (Field field : fields) {
      groups.computeIfAbsent(field.group(), heading -> new ArrayList<>()).add(field);
    }
    return groups.entrySet().stream().map(one -> new Group(one.getKey(), one.getValue())).toList();
  }

  public boolean isWrong() {
    return !general.isEmpty() || fields.stream().anyMatch(Field::isWrong);
  }

  public int problems() {
    return general.size() + (int) fields.stream().filter(Field::isWrong).count();
  }

  /** What was decided: outcome and grounds, and everything else as limits. */
  Decision decision() {
    Map<String, String> limits = new LinkedHashMap<>();
    for (Field field : fields) {
      boolean isLimit = !field.key().equals(OUTCOME) && !field.key().equals(GROUNDS);
      if (isLimit && !field.value().isBlank()) limits.put(field.key(), field.value().strip());
    }
    return new Decision(value(OUTCOME), value(GROUNDS), limits);
  }

  private String value(String key) {
    return fields.stream()
        .filter(field -> field.key().equals(key))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  private static String said(Finding finding) {
    return finding.value() + "; the limit is " + finding.limit() + ".";
  }

  private static List<Option> options(FormFile.Component component, Offers offers, String value) {
    if (component.keyOrEmpty().equals(OUTCOME)) {
      return offers.choices().stream()
          .map(
              choice ->
                  new Option(
                      choice.outcome(),
                      component.words(choice.outcome()).orElse(choice.label()),
                      choice.hint(),
                      choice.outcome().equals(value)))
          .toList();
    }
    if (component.type().equals(CHECKLIST)) {
      return offered(offers.principals().getOrDefault(component.keyOrEmpty(), List.of()), value);
    }
    return component.options().stream()
        .map(option -> new Option(option.value(), option.label(), "", option.value().equals(value)))
        .toList();
  }

  private static List<Option> offered(List<Offer> offers, String value) {
    Set<String> chosen = value.lines().map(String::strip).collect(Collectors.toSet());
    return offers.stream()
        .map(
            one ->
                new Option(
                    one.principal(),
                    one.name(),
                    one.name().equals(one.principal()) ? "" : one.principal(),
                    chosen.contains(one.principal())))
        .toList();
  }

  private static String wrong(FormFile.Component component, String value) {
    if (component.type().equals(CHECKLIST)) return ""; // what may be chosen, the law says
    int max = component.limits().maxLength() == null ? LENGTH_MAX : component.limits().maxLength();
    if (value.length() > max) {
      return "It has " + value.length() + " characters; the limit is " + max + ".";
    }
    if (value.isBlank()) {
      if (!component.limits().required()) return "";
      return component.options().isEmpty()
          ? "Write it: nothing is signed without it."
          : "Choose one.";
    }
    return switch (component.type()) {
      case "datetime" -> isDate(value) ? "" : value + " is no day; write it as 2027-03-31.";
      case "number" -> isNumber(value) ? "" : value + " is no number.";
      default -> "";
    };
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value.strip()).getYear() > 0;
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }

  private static boolean isNumber(String value) {
    try {
      return new BigDecimal(value.strip()).precision() > 0;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
