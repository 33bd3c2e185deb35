package io.sallyport.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Every Java file below a folder, parsed by the compiler's own parser. */
public record Sources(List<SourceFile> files) {

  public static final Path MAIN = Path.of("src/main/java");
  public static final Path TEST = Path.of("src/test/java");

  public static Sources below(Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var objects = manager.getJavaFileObjectsFromPaths(javaFiles(folder));
      var options = List.of("-proc:none", "--release", "17");
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, options, null, objects);
      List<SourceFile> files = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        files.add(SourceFile.of(unit, DocTrees.instance(task)));
      }
      return new Sources(List.copyOf(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Stream<Method> methods() {
    return files.stream().flatMap(file -> file.methods().stream());
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
