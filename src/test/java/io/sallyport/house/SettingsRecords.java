package io.sallyport.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Every record of the product with its components, defaults and Javadoc. */
final class SettingsRecords {

  private final List<Setting.Group> groups = new ArrayList<>();

  static List<Setting.Group> in(Sources sources) {
    SettingsRecords records = new SettingsRecords();
    for (SourceFile file : sources.files()) {
      records.new RecordScanner(file).scan(file.unit(), null);
    }
    return records.groups;
  }

  private final class RecordScanner extends TreePathScanner<Void, Void> {

    private final SourceFile file;

    RecordScanner(SourceFile file) {
      this.file = file;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (type.getKind() == Tree.Kind.RECORD) groups.add(group(type));
      return super.visitClass(type, null);
    }

    private Setting.Group group(ClassTree type) {
      DocCommentTree comment = file.docs().getDocCommentTree(getCurrentPath());
      Map<String, String> meanings = meanings(comment);
      List<Setting> settings = new ArrayList<>();
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree field
            && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
          settings.add(setting(field, meanings));
        }
      }
      String prefix = argument(type.getModifiers(), "ConfigurationProperties");
      String meaning = comment == null ? "" : words(comment.getFirstSentence());
      return new Setting.Group(type.getSimpleName().toString(), prefix, meaning, settings);
    }
  }

  private static Setting setting(VariableTree field, Map<String, String> meanings) {
    String name = field.getName().toString();
    ModifiersTree modifiers = field.getModifiers();
    String type = field.getType().toString();
    Set<String> annotations = SourceFile.annotations(modifiers);
    boolean optional =
        annotations.contains("DefaultValue")
            || annotations.contains("Nullable")
            || type.startsWith("Optional");
    String standard = argument(modifiers, "DefaultValue");
    return new Setting(name, type, standard, !optional, meanings.getOrDefault(name, ""));
  }

  /** The first argument of an annotation as text; empty without one. */
  private static String argument(ModifiersTree modifiers, String annotation) {
    for (AnnotationTree found : modifiers.getAnnotations()) {
      boolean wanted = found.getAnnotationType().toString().equals(annotation);
      if (wanted && !found.getArguments().isEmpty()) {
        String written = found.getArguments().get(0).toString().replaceFirst("^value = ", "");
        return written.replaceAll("^\"|\"$", "");
      }
    }
    return "";
  }

  private static Map<String, String> meanings(@Nullable DocCommentTree comment) {
    Map<String, String> meanings = new HashMap<>();
    if (comment == null) return meanings;
    for (DocTree tag : comment.getBlockTags()) {
      if (tag instanceof ParamTree parameter) {
        meanings.put(parameter.getName().toString(), words(parameter.getDescription()));
      }
    }
    return meanings;
  }

  private static String words(List<? extends DocTree> parts) {
    return parts.stream()
        .map(SettingsRecords::word)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String word(DocTree part) {
    if (part instanceof LiteralTree code) return "`" + code.getBody().getBody() + "`";
    if (part instanceof LinkTree link) return "`" + link.getReference().getSignature() + "`";
    return part.toString();
  }
}
