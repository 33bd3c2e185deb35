package io.sallyport.jobs.scan;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.protos.core.ModelProto;

/**
 * A Tribuo model in protobuf, walked by its schema and never loaded: no unknown field, no byte that
 * writing the message again would not give, no class name that our trainers do not write.
 */
final class TribuoModel {

  private static final int NESTING_MAX = 32;
  private static final int RECURSION_MAX = 32;
  private static final String TOPIC = "protobuf";
  private static final String CONTENT = "serialized_data";

  private TribuoModel() {}

  static void read(byte[] content) throws NotUnderstood {
    walk(parse(ModelProto.getDescriptor(), UnsafeByteOperations.unsafeWrap(content)), 0);
  }

  private static DynamicMessage parse(Descriptor type, ByteString bytes) throws NotUnderstood {
    try {
      CodedInputStream in = bytes.newCodedInput();
      in.enableAliasing(true);
      in.setRecursionLimit(RECURSION_MAX);
      DynamicMessage message = DynamicMessage.newBuilder(type).mergeFrom(in).build();
      in.checkLastTagWas(0);
      SameBytes same = new SameBytes(bytes);
      message.writeTo(same);
      if (!same.complete()) {
        throw refused("bytes in %s that say nothing or say it twice".formatted(type.getName()));
      }
      return message;
    } catch (IOException broken) {
      throw refused("not a " + type.getName());
    }
  }

  private static void walk(DynamicMessage message, int nesting) throws NotUnderstood {
    Descriptor type = message.getDescriptorForType();
    if (nesting > NESTING_MAX) {
      throw refused("messages nested deeper than %d".formatted(NESTING_MAX));
    }
    if (!message.getUnknownFields().asMap().isEmpty()) {
      throw refused("an unknown field in " + type.getName());
    }
    FieldDescriptor redirected = type.findFieldByName(CONTENT);
    if (redirected != null) {
      follow(message, redirected, nesting);
      return;
    }
    if (type.getFullName().equals(DenseTensorProto.getDescriptor().getFullName())) {
      tensor(message);
    }
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      List<?> values = field.isRepeated() ? (List<?>) entry.getValue() : List.of(entry.getValue());
      for (Object value : values) {
        if (field.getJavaType() == JavaType.MESSAGE) {
          walk((DynamicMessage) value, nesting + 1);
        } else if (field.getName().endsWith("class_name")
            && !TribuoClasses.inProvenance((String) value)) {
          throw refused("the class " + value);
        }
      }
    }
  }

  /** A message of the form version, class name, content: what Tribuo resolves when it loads. */
  private static void follow(DynamicMessage message, FieldDescriptor redirected, int nesting)
      throws NotUnderstood {
    Descriptor type = message.getDescriptorForType();
    DynamicMessage any = (DynamicMessage) message.getField(redirected);
    String className = text(message, "class_name");
    String url = text(any, "type_url");
    if (!Integer.valueOf(0).equals(message.getField(type.findFieldByName("version")))) {
      throw refused("another version of " + className);
    }
    ByteString content =
        (ByteString) any.getField(any.getDescriptorForType().findFieldByName("value"));
    Optional<Descriptor> known = TribuoClasses.content(type.getName(), className, url);
    if (known.isPresent()) {
      walk(parse(known.get(), content), nesting + 1);
    } else if (!TribuoClasses.isEmpty(type.getName(), className)
        || !url.isEmpty()
        || !content.isEmpty()) {
      throw refused("the class %s with %s in %s".formatted(className, url, type.getName()));
    }
  }

  private static void tensor(DynamicMessage message) throws NotUnderstood {
    Descriptor type = message.getDescriptorForType();
    long bytes = Double.BYTES;
    try {
      for (Object dimension : (List<?>) message.getField(type.findFieldByName("dimensions"))) {
        bytes = Math.multiplyExact(bytes, (long) (Integer) dimension);
      }
    } catch (ArithmeticException tooLarge) {
      throw refused("a tensor too large");
    }
    ByteString values = (ByteString) message.getField(type.findFieldByName("values"));
    if (values.size() != bytes) {
      throw refused("a tensor that its values do not fill");
    }
  }

  private static String text(DynamicMessage message, String name) {
    return (String) message.getField(message.getDescriptorForType().findFieldByName(name));
  }

  private static NotUnderstood refused(String value) {
    return new NotUnderstood(TOPIC, value, "a model as our trainers write it");
  }

  /** Compares what is written to it with the bytes that were read, without a second copy. */
  private static final class SameBytes extends OutputStream {

    private final ByteString expected;
    private int place;
    private boolean same = true;

    SameBytes(ByteString expected) {
      this.expected = expected;
    }

    @Override
    public void write(int one) {
      same = same && place < expected.size() && expected.byteAt(place) == (byte) one;
      place++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      for (int index = from; index < from + length && same; index++) {
        write(bytes[index]);
      }
    }

    boolean complete() {
      return same && place == expected.size();
    }
  }
}
