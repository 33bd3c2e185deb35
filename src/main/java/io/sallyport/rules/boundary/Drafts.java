package io.sallyport.rules.boundary;

import io.sallyport.rules.boundary.Submission.ObjectVersion;
import io.sallyport.rules.boundary.Submission.Task;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a complete submission for a newcomer's own data (W4): the task guessed from the label, all
 * else the program's first values, and a bar that is a starting point and no recommendation. Says
 * beforehand what Gate 1 cannot assess.
 */
public final class Drafts {

  /** Held-out rows that Gate 1 asks for in every tier: processes/gate-1-thresholds.dmn. */
  public static final int HELD_OUT_ROWS_MIN = 300;

  /** Held-out rows of each class. */
  public static final int HELD_OUT_ROWS_PER_CLASS_MIN = 30;

  /** More different numbers than this are a quantity, not classes. */
  private static final int NUMERIC_CLASSES_MAX = 20;

  private static final int MODULUS = 5;

  private Drafts() {}

  /**
   * What was seen in a whole file.
   *
   * @param columns of the header, the label among them
   * @param rows without the header
   * @param labels rows by label
   * @param numeric whether every label is a plain number
   */
  public record Sample(
      List<String> columns, long rows, Map<String, Long> labels, boolean numeric) {}

  /** What the newcomer says. */
  public record Wish(String model, String label, String delimiter, LocalDate expires) {}

  /**
   * What is the same for every draft of a program.
   *
   * @param trainer the image that trains and answers, by digest
   */
  public record Ground(Program program, String trainer) {}

  /** The task that the labels suggest: many different numbers are a regression. */
  public static Task task(Sample sample) {
    return sample.numeric() && sample.labels().size() > NUMERIC_CLASSES_MAX
        ? Task.REGRESSION
        : Task.CLASSIFICATION;
  }

  /** A submission in which nothing is left open. */
  public static Submission of(Wish wish, Sample sample, Ground ground, ObjectVersion data) {
    Program program = ground.program();
    Task task = task(sample);
    return new Submission(
        wish.model(),
        program.name(),
        "First version of " + wish.model() + ", drafted from " + data.uri(),
        task,
        data(wish, data),
        new Submission.Containers(ground.trainer(), ground.trainer()),
        training(program),
        new Submission.Evaluation(List.of(bar(task))),
        new Submission.Network(program.subnets(), program.securityGroups()),
        new Submission.Encryption(program.keys().get(0)),
        new Submission.Roles(program.trainingRoles().get(0), program.servingRoles().get(0)),
        endpoint(wish, program),
        new Submission.Envelope(
            "Predicts " + wish.label() + "; state here what it is for and what it is not for.",
            wish.expires().toString()),
        Optional.empty());
  }

  /** What Gate 1 will call not assessable; a fifth of the rows is held out. */
  public static List<String> warnings(Sample sample, String label) {
    List<String> warnings = new ArrayList<>();
    if (!sample.columns().contains(label)) {
      warnings.add("There is no column " + label + " in " + String.join(", ", sample.columns()));
    }
    if (sample.rows() / MODULUS < HELD_OUT_ROWS_MIN) {
      warnings.add(
          sample.rows()
              + " rows hold out about "
              + sample.rows() / MODULUS
              + "; Gate 1 asks for "
              + HELD_OUT_ROWS_MIN
              + ", which takes about "
              + HELD_OUT_ROWS_MIN * MODULUS
              + " rows");
    }
    if (task(sample) == Task.CLASSIFICATION) classes(sample, warnings);
    return warnings;
  }

  private static void classes(Sample sample, List<String> warnings) {
    if (sample.labels().size() < 2) {
      warnings.add("There is one class only; a classification needs two or more");
    }
    sample.labels().entrySet().stream()
        .filter(label -> label.getValue() / MODULUS < HELD_OUT_ROWS_PER_CLASS_MIN)
        .sorted(Map.Entry.comparingByKey())
        .map(
            label ->
                "class "
                    + Shown.of(label.getKey())
                    + " has "
                    + label.getValue()
                    + " rows, of which about "
                    + label.getValue() / MODULUS
                    + " are held out; Gate 1 asks for "
                    + HELD_OUT_ROWS_PER_CLASS_MIN)
        .forEach(warnings::add);
  }

  private static Submission.DataSource data(Wish wish, ObjectVersion data) {
    return new Submission.DataSource(
        data,
        wish.label(),
        wish.delimiter(),
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.of(new Submission.Split(MODULUS, 0)),
        Optional.empty());
  }

  private static Submission.Training training(Program program) {
    return new Submission.Training(
        "1.0.0",
        Map.of("trainer", "random-forest", "trees", "50", "seed", "1"),
        program.instanceTypes().get(0),
        1,
        30,
        3600);
  }

  private static Submission.Metric bar(Task task) {
    return task == Task.REGRESSION
        ? new Submission.Metric("r2", "0.50", Optional.empty())
        : new Submission.Metric("accuracy", "0.80", Optional.empty());
  }

  private static Submission.Endpoint endpoint(Wish wish, Program program) {
    return new Submission.Endpoint(
        wish.model(),
        program.instanceTypes().get(0),
        1,
        Math.min(2, program.maximumInstances()),
        program.consumers());
  }
}
