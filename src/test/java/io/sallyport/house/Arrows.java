package io.sallyport.house;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which part of the product uses which: what is allowed, and what is. A part is a package directly
 * below {@code io.sallyport}; {@code custody.proof} counts by itself, and the programs' entry is
 * {@code main}.
 */
public final class Arrows {

  /** The levels, the highest first; a part may use what is named in {@link #ALLOWED} only. */
  public static final List<List<String>> LEVELS =
      List.of(
          List.of("main"),
          List.of("web", "audit", "authoring", "cli", "jobs"),
          List.of("training", "gates", "monitoring", "deployment"),
          List.of("models"),
          List.of("authority"),
          List.of("workflow"),
          List.of("custody", "aws"),
          List.of("diagrams", "rules", "custody.proof"));

  private static final Set<String> LAW = Set.of("rules", "diagrams", "custody.proof");
  private static final Set<String> GROUND = with(LAW, "custody", "aws");
  private static final Set<String> PEOPLE = with(GROUND, "workflow");
  private static final Set<String> SUBJECT = with(PEOPLE, "authority");
  private static final Set<String> STAGE = with(SUBJECT, "models");
  private static final Set<String> TOP =
      with(STAGE, "training", "gates", "deployment", "monitoring");

  /** Downwards only, and inside a level only the arrows that stand here. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          entry("rules", Set.of()),
          entry("diagrams", Set.of("rules")),
          entry("custody.proof", Set.of("rules")),
          entry("aws", LAW),
          entry("custody", with(LAW, "aws")),
          entry("workflow", GROUND),
          entry("authority", PEOPLE),
          entry("models", SUBJECT),
          entry("training", STAGE),
          entry("gates", STAGE),
          entry("deployment", STAGE),
          entry("monitoring", with(STAGE, "deployment")),
          entry("web", TOP),
          entry("audit", TOP),
          entry("authoring", TOP),
          entry("jobs", Set.of("rules", "custody.proof")),
          entry("cli", LAW),
          entry("main", with(TOP, "web", "audit", "authoring", "jobs", "cli")));

  private Arrows() {}

  /** The product's own classes; package descriptions are no classes. */
  public static JavaClasses product() {
    JavaClasses all = new ClassFileImporter().importPath(Path.of("target/classes/io/sallyport"));
    return all.that(
        new com.tngtech.archunit.base.DescribedPredicate<>("no package descriptions") {
          @Override
          public boolean test(JavaClass type) {
            return !type.getSimpleName().equals("package-info");
          }
        });
  }

  /** Each use of one part by another that nothing allows, as a sentence. */
  public static List<String> forbidden(JavaClasses classes) {
    return dependencies(classes)
        .filter(use -> !allowed(use.getOriginClass(), use.getTargetClass()))
        .map(Dependency::getDescription)
        .sorted()
        .toList();
  }

  /** Whether a class of the first name may use one of the second. */
  public static boolean allowed(String user, String used) {
    String from = part(user);
    String to = part(used);
    return from.equals(to) || ALLOWED.getOrDefault(from, Set.of()).contains(to);
  }

  /** The arrows that are there, from each part. */
  public static Map<String, SortedSet<String>> drawn(JavaClasses classes) {
    Map<String, SortedSet<String>> arrows = new TreeMap<>();
    classes.forEach(type -> arrows.putIfAbsent(part(type.getPackageName()), new TreeSet<>()));
    dependencies(classes)
        .forEach(
            use -> {
              String from = part(use.getOriginClass().getPackageName());
              String to = part(use.getTargetClass().getPackageName());
              if (!from.equals(to)) arrows.get(from).add(to);
            });
    return new LinkedHashMap<>(arrows);
  }

  private static Stream<Dependency> dependencies(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(use -> use.getTargetClass().getPackageName().startsWith("io.sallyport"))
        .filter(use -> !use.getTargetClass().getSimpleName().equals("package-info"));
  }

  private static boolean allowed(JavaClass user, JavaClass used) {
    return allowed(user.getPackageName(), used.getPackageName());
  }

  private static String part(String packageName) {
    if (packageName.equals("io.sallyport")) return "main";
    String rest = packageName.substring("io.sallyport.".length());
    if (rest.equals("custody.proof") || rest.startsWith("custody.proof.")) return "custody.proof";
    return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
  }

  private static Set<String> with(Set<String> parts, String... more) {
    Set<String> all = new TreeSet<>(parts);
    all.addAll(List.of(more));
    return all;
  }
}
