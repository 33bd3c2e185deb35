package io.sallyport.local.aws.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** The SDK's classes out of {@code Tags.member.1.Key=…}; EC2 leaves the word member out. */
final class QueryShape {

  private final boolean ec2;

  QueryShape(boolean ec2) {
    this.ec2 = ec2;
  }

  /** A parameter's name cut at its dots. */
  private static final class Tree {
    private final Map<String, Tree> children = new LinkedHashMap<>();
    private String text = "";

    void put(List<String> words, String value) {
      if (words.isEmpty()) {
        text = value;
      } else {
        children
            .computeIfAbsent(words.get(0), word -> new Tree())
            .put(words.subList(1, words.size()), value);
      }
    }

    /** The children named 1, 2, 3 … in their order. */
    List<Tree> numbered(String owner) {
      Map<Integer, Tree> sorted = new TreeMap<>();
      children.forEach(
          (name, child) -> {
            if (!name.matches("[0-9]{1,4}")) {
              throw AwsError.unknownMember(name, owner);
            }
            sorted.put(Integer.valueOf(name), child);
          });
      return List.copyOf(sorted.values());
    }
  }

  void read(Map<String, List<String>> parameters, SdkPojo builder, String owner) {
    Tree root = new Tree();
    parameters.forEach(
        (name, values) -> {
          if (!name.equals("Action") && !name.equals("Version")) {
            root.put(List.of(name.split("\\.", -1)), values.get(0));
          }
        });
    read(root, builder, owner);
  }

  private void read(Tree tree, SdkPojo builder, String owner) {
    Map<String, SdkField<?>> fields = new LinkedHashMap<>();
    builder.sdkFields().forEach(field -> fields.put(field.locationName(), field));
    tree.children.forEach(
        (name, child) -> {
          SdkField<?> field =
              Optional.<SdkField<?>>ofNullable(fields.get(name))
                  .orElseThrow(() -> AwsError.unknownMember(name, owner));
          field.set(builder, value(child, field));
        });
  }

  private Object value(Tree tree, SdkField<?> field) {
    return switch (field.marshallingType().getKnownType()) {
      case SDK_POJO -> {
        SdkPojo nested = field.constructor().get();
        read(tree, nested, field.memberName());
        yield ((Buildable) nested).build();
      }
      case LIST -> list(tree, field);
      case MAP -> map(tree, field);
      default -> Scalars.parse(tree.text, field);
    };
  }

  private List<Object> list(Tree tree, SdkField<?> field) {
    ListTrait trait = field.getTrait(ListTrait.class);
    String word = Optional.ofNullable(trait.memberLocationName()).orElse("member");
    boolean wrapped = !ec2 && !trait.isFlattened() && tree.children.containsKey(word);
    Tree items = wrapped ? tree.children.get(word) : tree;
    List<Object> all = new ArrayList<>();
    items
        .numbered(field.memberName())
        .forEach(item -> all.add(value(item, trait.memberFieldInfo())));
    return all;
  }

  private Map<String, Object> map(Tree tree, SdkField<?> field) {
    MapTrait trait = field.getTrait(MapTrait.class);
    String keyName = Optional.ofNullable(trait.keyLocationName()).orElse("key");
    String valueName = Optional.ofNullable(trait.valueLocationName()).orElse("value");
    Tree entries = tree.children.getOrDefault("entry", tree);
    Map<String, Object> all = new LinkedHashMap<>();
    for (Tree entry : entries.numbered(field.memberName())) {
      all.put(
          entry.children.getOrDefault(keyName, new Tree()).text,
          value(entry.children.getOrDefault(valueName, new Tree()), trait.valueFieldInfo()));
    }
    return all;
  }
}
