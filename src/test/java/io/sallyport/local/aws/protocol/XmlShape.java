package io.sallyport.local.aws.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** The SDK's classes as XML, by their own list of fields. */
final class XmlShape {

  private XmlShape() {}

  /** Fills a builder from an element's children; an element that it does not know is refused. */
  static void read(XmlTree xml, SdkPojo builder, String owner) {
    Map<String, SdkField<?>> fields = new LinkedHashMap<>();
    builder.sdkFields().stream()
        .filter(field -> field.location() == MarshallLocation.PAYLOAD)
        .forEach(field -> fields.put(field.locationName(), field));
    Map<String, List<XmlTree>> children = new LinkedHashMap<>();
    for (XmlTree child : xml.children()) {
      children.computeIfAbsent(child.name(), name -> new ArrayList<>()).add(child);
    }
    children.forEach(
        (name, same) -> {
          SdkField<?> field =
              Optional.<SdkField<?>>ofNullable(fields.get(name))
                  .orElseThrow(() -> AwsError.unknownMember(name, owner));
          field.set(builder, value(same, field));
        });
  }

  private static Object value(List<XmlTree> same, SdkField<?> field) {
    return switch (field.marshallingType().getKnownType()) {
      case SDK_POJO -> {
        SdkPojo nested = field.constructor().get();
        read(same.get(0), nested, field.memberName());
        yield ((Buildable) nested).build();
      }
      case LIST -> {
        ListTrait list = field.getTrait(ListTrait.class);
        List<XmlTree> items = list.isFlattened() ? same : same.get(0).children();
        yield items.stream().map(item -> value(List.of(item), list.memberFieldInfo())).toList();
      }
      case MAP -> throw AwsError.validation("Member " + field.memberName() + " is a map");
      default -> Scalars.parse(same.get(0).text(), field);
    };
  }

  /** The document's members inside their root. */
  static void write(SdkPojo pojo, StringBuilder out) {
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (field.location() == MarshallLocation.PAYLOAD && JsonShape.isSet(value)) {
        write(field.unmarshallLocationName(), value, field, out);
      }
    }
  }

  private static void write(String name, Object value, SdkField<?> field, StringBuilder out) {
    if (value instanceof List<?> list) {
      ListTrait trait = field.getTrait(ListTrait.class);
      SdkField<?> member = trait.memberFieldInfo();
      if (trait.isFlattened()) {
        list.forEach(item -> write(name, item, member, out));
      } else {
        String memberName = Optional.ofNullable(trait.memberLocationName()).orElse("member");
        wrap(name, out, () -> list.forEach(item -> write(memberName, item, member, out)));
      }
    } else if (value instanceof Map<?, ?> map) {
      MapTrait trait = field.getTrait(MapTrait.class);
      wrap(name, out, () -> map.forEach((key, item) -> entry(key, item, trait, out)));
    } else if (value instanceof SdkPojo nested) {
      wrap(name, out, () -> write(nested, out));
    } else {
      String text = XmlTree.escape(Scalars.text(value, field));
      wrap(name, out, () -> out.append(text));
    }
  }

  private static void entry(Object key, Object item, MapTrait trait, StringBuilder out) {
    String keyName = Optional.ofNullable(trait.keyLocationName()).orElse("key");
    String valueName = Optional.ofNullable(trait.valueLocationName()).orElse("value");
    wrap(
        "entry",
        out,
        () -> {
          wrap(keyName, out, () -> out.append(XmlTree.escape(String.valueOf(key))));
          write(valueName, item, trait.valueFieldInfo(), out);
        });
  }

  private static void wrap(String name, StringBuilder out, Runnable inside) {
    out.append('<').append(name).append('>');
    inside.run();
    out.append("</").append(name).append('>');
  }
}
