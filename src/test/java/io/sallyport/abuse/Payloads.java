package io.sallyport.abuse;

import io.sallyport.abuse.Payload.Without;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hostile diagrams of {@code src/test/resources/hostile}: whatever ran code or hid a way on the
 * engine when it was tried. One table for the reading of files and for the running engine.
 */
public final class Payloads {

  private static final Path FOLDER = Path.of("src/test/resources/hostile");
  private static final String NEXT = "(?m)^== ";

  private static final String DEFINITIONS =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d"
        targetNamespace="https://sallyport.example/hostile">
      %s<bpmn:process id="hostile" isExecutable="true" %s>
      %s</bpmn:process>
      </bpmn:definitions>
      """;

  private static final String TABLE =
      """
      <dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/"
        xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="hostile"
        namespace="https://sallyport.example/hostile">
      <dmn:decision id="hostile" name="Hostile" camunda:historyTimeToLive="P1D">
      <dmn:decisionTable id="table" hitPolicy="FIRST">
      %s</dmn:decisionTable>
      </dmn:decision>
      </dmn:definitions>
      """;

  private static final Map<String, String> WORDS =
      Map.of(
          "{flows}",
          "<bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>",
          "{signed}",
          "<bpmn:extensionElements><camunda:taskListener event=\"complete\""
              + " delegateExpression=\"${signatureRecorded}\" /></bpmn:extensionElements>",
          "{touch}",
          Witness.EXPRESSION,
          "{deferred}",
          Witness.EXPRESSION.replace('$', '#'),
          "{class}",
          Witness.class.getName(),
          "{command}",
          "<camunda:field name=\"command\" stringValue=\"touch\" />"
              + "<camunda:field name=\"arg1\" stringValue=\""
              + Witness.FILE
              + "\" />");

  private Payloads() {}

  /** Every payload. */
  public static List<Payload> all() {
    return Stream.of("expressions", "code", "flow").flatMap(Payloads::table).toList();
  }

  /** Row 1: what no file may carry, wherever it is read. */
  public static List<Payload> unsafeXml() {
    return List.of(
        unsafe("external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
        unsafe("external DTD", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'>"),
        unsafe("parameter entity", "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///dev/random'> %p;]>"),
        unsafe("billion laughs", laughs()),
        unsafe("DOCTYPE alone", "<!DOCTYPE a>"),
        new Payload(
            "R01 endless nesting",
            "hostile.bpmn",
            "<a>".repeat(10_000),
            SAFE_XML,
            Without.NOTHING,
            Optional.empty()));
  }

  private static final String SAFE_XML = "diagrams/safe-xml";

  private static Payload unsafe(String name, String prolog) {
    String text = prolog + harmless().get(0).text().replace("name=\"T\"", "name=\"&x;\"");
    return new Payload(
        "R01 " + name, "hostile.bpmn", text, SAFE_XML, Without.NOTHING, Optional.empty());
  }

  /** Nine entities, each ten times the one before: a gigabyte of text. */
  private static String laughs() {
    StringBuilder doctype = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 'ha'>");
    for (int i = 1; i < 10; i++) {
      String ten = ("&x" + (i - 1) + ";").repeat(10);
      doctype.append("<!ENTITY x").append(i).append(" '").append(ten).append("'>");
    }
    return doctype.append("<!ENTITY x '&x9;'>]>").toString();
  }

  /** What the payloads are put into, without any payload: nothing of it is refused. */
  public static List<Payload> harmless() {
    return table("harmless").toList();
  }

  private static Stream<Payload> table(String file) {
    try {
      String text = Files.readString(FOLDER.resolve(file + ".txt"));
      return Arrays.stream(text.split(NEXT, -1)).skip(1).map(Payloads::payload);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  private static Payload payload(String entry) {
    String[] lines = entry.split("\n", 2);
    List<String> columns = Arrays.stream(lines[0].split("\\|", -1)).map(String::strip).toList();
    String note = columns.size() > 3 ? columns.get(3) : "";
    boolean table = note.startsWith("dmn");
    String asleep = note.replaceFirst("dmn(, )?", "");
    String content = lines[1];
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      content = content.replace(word.getKey(), word.getValue());
    }
    return new Payload(
        columns.get(0),
        table ? "hostile.dmn" : "hostile.bpmn",
        table ? TABLE.formatted(content) : process(content),
        "diagrams/" + columns.get(1),
        without(columns.get(2)),
        asleep.isEmpty() ? Optional.empty() : Optional.of(asleep));
  }

  private static Without without(String word) {
    return word.equals("-") ? Without.NOTHING : Without.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String process(String content) {
    String attributes = marked(content, "@");
    String kept = attributes.contains("historyTimeToLive") ? "" : HISTORY;
    String inside =
        content.lines().filter(line -> !line.matches("[!@].*")).collect(Collectors.joining("\n"));
    return DEFINITIONS.formatted(
        marked(content, "!"), kept + attributes.strip(), completed(inside + "\n"));
  }

  private static final String HISTORY = "camunda:historyTimeToLive=\"P1D\" ";

  /** The lines that begin with {@code mark}, without it. */
  private static String marked(String content, String mark) {
    return content
        .lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
  }

  /** Start, end, and the flows {@code a} and {@code b}, where they are not written. */
  private static String completed(String inside) {
    StringBuilder all = new StringBuilder(inside);
    boolean step = inside.contains("id=\"t\"");
    String last = step ? "b" : "a";
    add(
        all,
        " id=\"s\"",
        "<bpmn:startEvent id=\"s\"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>");
    add(
        all,
        " id=\"e\"",
        "<bpmn:endEvent id=\"e\"><bpmn:incoming>" + last + "</bpmn:incoming></bpmn:endEvent>");
    add(all, "<bpmn:sequenceFlow id=\"a\"", flow("a", "s", step ? "t" : "e"));
    if (step && !inside.contains("<bpmn:endEvent id=\"e\" />")) all.append(flow("b", "t", "e"));
    return all.toString();
  }

  private static void add(StringBuilder all, String unless, String line) {
    if (all.indexOf(unless) < 0) all.append(line).append('\n');
  }

  private static String flow(String id, String source, String target) {
    return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" />%n"
        .formatted(id, source, target);
  }
}
