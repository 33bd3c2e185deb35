package io.sallyport.cli;

import static java.nio.charset.StandardCharsets.UTF_16;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/** Data that no sample resembles (A3), the same at each run: every draw comes from one seed. */
final class UnseenTables {

  private static final long SEED = 20_261_125;
  private static final List<String> COLORS = List.of("red", "green", "blue", "");
  private static final List<String> SITES = List.of("north", "south", "east", "west", "NA");

  private final Path folder;
  private final Random random = new Random(SEED);

  UnseenTables(Path folder) {
    this.folder = folder;
  }

  /** Colours and sites, some of them missing; the label follows the colour; 30 rows are rare. */
  Path textCategories() throws IOException {
    return write(
        "sightings.csv",
        "color,site,m1,m2,m3,m4,m5,kind",
        3_000,
        row -> {
          String color = pick(COLORS);
          String kind = color.equals("red") ? "fish" : color.equals("blue") ? "bird" : "weed";
          String measures =
              measures(5) + (random.nextInt(10) == 0 ? "" : number(random.nextGaussian()));
          return String.join(",", color, pick(SITES), measures, row < 30 ? "ghost" : kind);
        });
  }

  /** A quantity that follows two of six measures, with noise. */
  Path quantity() throws IOException {
    return write(
        "fuel.csv",
        "speed,load,wind,slope,age,heat,constant,litres",
        3_000,
        row -> {
          double speed = random.nextDouble() * 20;
          double load = random.nextDouble() * 9;
          double litres = 3 * speed - 2 * load + random.nextGaussian();
          return number(speed) + "," + number(load) + "," + measures(5) + "0," + number(litres);
        });
  }

  private String measures(int count) {
    StringBuilder measures = new StringBuilder();
    for (int i = 1; i < count; i++) measures.append(number(random.nextGaussian())).append(',');
    return measures.toString();
  }

  /** Names and values that a careless page would run. */
  Path markup() throws IOException {
    return write(
        "markup.csv",
        "<script>alert(1)</script>,\"\"\"><img src=x onerror=alert(2)>\",<b>kind</b>",
        3_000,
        row -> {
          int one = random.nextInt(100);
          return one + ",<i>" + random.nextInt(5) + "</i>," + (one < 50 ? "<u>low</u>" : "high");
        });
  }

  /** Two classes of numbers, as a spreadsheet may save them. */
  Path utf16() throws IOException {
    Path exported = twoClasses("exported.csv", ",");
    return Files.writeString(exported, Files.readString(exported), UTF_16);
  }

  Path separatedBy(String delimiter, String name) throws IOException {
    return twoClasses(name, delimiter);
  }

  /** Zones are numbered, and neighbours in number have nothing in common. */
  Path zones() throws IOException {
    return write(
        "zones.csv",
        "zone,a,b,c,d,e,kind",
        3_000,
        row -> {
          int zone = 1 + random.nextInt(6);
          return zone + "," + measures(6) + (zone == 2 || zone == 5 ? "busy" : "calm");
        });
  }

  Path oneClass() throws IOException {
    return write("calm.csv", "a,b,kind", 2_000, row -> row + "," + random.nextInt(9) + ",calm");
  }

  /** Two thousand columns, a quarter of which know the class. */
  Path wide() throws IOException {
    StringJoiner header = new StringJoiner(",");
    for (int column = 0; column < 1_999; column++) header.add("x" + column);
    return write("wide.csv", header + ",kind", 1_700, row -> wideRow(row % 2));
  }

  private String wideRow(int kind) {
    StringBuilder row = new StringBuilder();
    for (int column = 0; column < 1_999; column++) {
      int known = column % 4 == 0 ? kind * 40 : 0;
      row.append(random.nextInt(100) + known).append(',');
    }
    return row.append(kind == 0 ? "even" : "odd").toString();
  }

  /** Numbers until the file has this size. */
  Path large(long bytes) throws IOException {
    int rows = Math.toIntExact(bytes / 35);
    return write(
        "large.csv",
        "a,b,c,d,kind",
        rows,
        row -> {
          int a = random.nextInt(1_000_000);
          String known = a < 500_000 ? ",low" : ",high";
          int b = 100_000_000 + random.nextInt(100_000_000);
          return (1_000_000 + a)
              + ","
              + b
              + ","
              + (10_000_000 + row)
              + ","
              + (row % 97 + 100)
              + known;
        });
  }

  private Path twoClasses(String name, String delimiter) throws IOException {
    return write(
        name,
        String.join(delimiter, "a", "b", "kind"),
        2_000,
        row -> {
          int a = random.nextInt(100);
          String kind = a < 50 ? "low" : "high";
          return String.join(delimiter, "" + a, "" + random.nextInt(9), kind);
        });
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static String number(double value) {
    return String.valueOf(Math.round(value * 1_000) / 1_000.0);
  }

  private Path write(String name, String header, int rows, IntFunction<String> row)
      throws IOException {
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(header + "\n");
      for (int number = 0; number < rows; number++) out.write(row.apply(number) + "\n");
    }
    return file;
  }
}
