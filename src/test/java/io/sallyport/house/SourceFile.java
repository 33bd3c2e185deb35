package io.sallyport.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * One Java file: its text, its methods, its types.
 *
 * @param path relative to the folder of the build
 */
public record SourceFile(
    String path, String text, List<Method> methods, CompilationUnitTree unit, DocTrees docs) {

  static SourceFile of(CompilationUnitTree unit, DocTrees docs) {
    try {
      Path file = Path.of(unit.getSourceFile().toUri());
      String path = Path.of("").toAbsolutePath().relativize(file).toString().replace('\\', '/');
      String text = unit.getSourceFile().getCharContent(true).toString();
      return new SourceFile(path, text, methods(path, unit, docs), unit, docs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int lines() {
    return (int) text.lines().count();
  }

  public boolean isPackageInfo() {
    return path.endsWith("/package-info.java");
  }

  /** The public types at the top of the file that say nothing about themselves. */
  public List<String> undescribedTypes() {
    List<String> undescribed = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
        if (isPublic && docs.getDocComment(getCurrentPath()) == null) {
          undescribed.add(type.getSimpleName().toString());
        }
        return null; // not into nested types
      }
    }.scan(unit, null);
    return undescribed;
  }

  private static List<Method> methods(String path, CompilationUnitTree unit, DocTrees docs) {
    List<Method> methods = new ArrayList<>();
    new MethodScanner(path, unit, docs, methods).scan(unit, null);
    return List.copyOf(methods);
  }

  /** Simple names of the annotations. */
  static Set<String> annotations(ModifiersTree modifiers) {
    Set<String> names = new TreeSet<>();
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      String name = annotation.getAnnotationType().toString();
      names.add(name.substring(name.lastIndexOf('.') + 1));
    }
    return names;
  }

  private static final class MethodScanner extends TreePathScanner<Void, Void> {

    private final String path;
    private final CompilationUnitTree unit;
    private final DocTrees docs;
    private final List<Method> methods;
    private final Deque<String> types = new ArrayDeque<>();

    MethodScanner(String path, CompilationUnitTree unit, DocTrees docs, List<Method> methods) {
      this.path = path;
      this.unit = unit;
      this.docs = docs;
      this.methods = methods;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      types.addLast(type.getSimpleName().toString());
      super.visitClass(type, null);
      types.removeLast();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean constructor = method.getReturnType() == null;
      String type = String.join(".", types);
      methods.add(
          new Method(
              path,
              type,
              constructor ? types.getLast() : method.getName().toString(),
              lines(method),
              method.getParameters().size(),
              kind(method),
              annotations(method.getModifiers())));
      return super.visitMethod(method, null);
    }

    private Method.Kind kind(MethodTree method) {
      if (method.getReturnType() != null) return Method.Kind.METHOD;
      boolean ofRecord = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
      return ofRecord ? Method.Kind.RECORD_CONSTRUCTOR : Method.Kind.CONSTRUCTOR;
    }

    private int lines(MethodTree method) {
      LineMap map = unit.getLineMap();
      long first = docs.getSourcePositions().getStartPosition(unit, method);
      long last = docs.getSourcePositions().getEndPosition(unit, method);
      return (int) (map.getLineNumber(last) - map.getLineNumber(first) + 1);
    }
  }
}
