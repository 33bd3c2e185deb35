package io.sallyport.house;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the POMs say: of the product, and of each library in the local repository. */
public final class Poms {

  private static final int PARENTS_MAX = 10;

  private Poms() {}

  /** The direct dependencies, each as {@code group:artifact}. */
  public static List<String> dependencies(Path pom) {
    return child(read(pom), "dependencies").stream()
        .flatMap(all -> children(all, "dependency").stream())
        .map(one -> text(one, "groupId") + ":" + text(one, "artifactId"))
        .toList();
  }

  /** Names of the licences of each library of a class path, from its POM or the nearest parent. */
  public static Map<String, List<String>> licences(String classPath) {
    Map<String, List<String>> licences = new TreeMap<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path version = Path.of(entry).toAbsolutePath().getParent();
      Path artifact = version.getParent();
      String file = artifact.getFileName() + "-" + version.getFileName() + ".pom";
      if (Files.exists(version.resolve(file))) {
        licences.put(artifact.getFileName().toString(), licencesOf(version.resolve(file)));
      }
    }
    return licences;
  }

  private static List<String> licencesOf(Path pom) {
    Path repository = repository(pom);
    Optional<Path> next = Optional.of(pom);
    for (int i = 0; i < PARENTS_MAX && next.filter(Files::exists).isPresent(); i++) {
      Element project = read(next.get());
      List<String> names =
          child(project, "licenses").stream()
              .flatMap(all -> children(all, "license").stream())
              .map(one -> text(one, "name"))
              .toList();
      if (!names.isEmpty()) return names;
      next = child(project, "parent").map(parent -> path(repository, parent));
    }
    return List.of();
  }

  /** The folder that holds the group's folders. */
  private static Path repository(Path pom) {
    Element project = read(pom);
    String group =
        child(project, "groupId")
            .or(() -> child(project, "parent").flatMap(parent -> child(parent, "groupId")))
            .orElseThrow()
            .getTextContent()
            .strip();
    Path folder = pom.getParent().getParent().getParent();
    for (int i = 0; i < group.split("\\.", -1).length; i++) folder = folder.getParent();
    return folder;
  }

  private static Path path(Path repository, Element parent) {
    String artifact = text(parent, "artifactId");
    String version = text(parent, "version");
    return repository
        .resolve(text(parent, "groupId").replace('.', '/'))
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ".pom");
  }

  private static Element read(Path pom) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
    } catch (Exception e) {
      throw new IllegalStateException("cannot read " + pom, e);
    }
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element parent, String name) {
    return child(parent, name).map(Element::getTextContent).orElse("").strip();
  }
}
