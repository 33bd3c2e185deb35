package io.sallyport.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sallyport.custody.proof.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Changes one value of a JSON text into another kind of value, also inside what an envelope wraps;
 * text that is no JSON loses a byte.
 */
final class Mutations {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEPTH = 900;

  /** Base64 of a statement, as an envelope and a decision carry it. */
  private static final List<String> WRAPPED = List.of("payload", "signedStatement");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  Bytes of(Bytes content) {
    try {
      return Bytes.utf8(changed(JSON.readTree(content.toUtf8())).toString());
    } catch (JsonProcessingException noJson) {
      byte[] bytes = content.toArray();
      bytes[random.nextInt(bytes.length)] ^= 1;
      return Bytes.of(bytes);
    }
  }

  private JsonNode changed(JsonNode tree) throws JsonProcessingException {
    List<ObjectNode> objects = objects(tree).filter(object -> !object.isEmpty()).toList();
    if (objects.isEmpty()) return hostile();
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    if (WRAPPED.contains(name) && random.nextInt(10) > 0) {
      object.put(name, of(Bytes.base64(object.path(name).asText())).toBase64());
    } else if (random.nextInt(8) == 0) {
      object.remove(name);
    } else {
      object.set(name, hostile());
    }
    return tree;
  }

  private static Stream<ObjectNode> objects(JsonNode node) {
    List<JsonNode> children = new ArrayList<>();
    node.elements().forEachRemaining(children::add);
    Stream<ObjectNode> below = children.stream().flatMap(Mutations::objects);
    return node instanceof ObjectNode object ? Stream.concat(Stream.of(object), below) : below;
  }

  private JsonNode hostile() {
    return switch (random.nextInt(14)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.textNode("");
      case 2 -> NODES.textNode("\ud800");
      case 3 -> NODES.textNode("1e999999999");
      case 4 -> NODES.textNode("+1000000000-12-31T23:59:59.999999999Z");
      case 5 -> NODES.textNode("-----BEGIN PUBLIC KEY-----");
      case 6 -> NODES.numberNode(-1);
      case 7 -> NODES.numberNode(Long.MAX_VALUE);
      case 8 -> NODES.numberNode(0.5);
      case 9 -> NODES.booleanNode(true);
      case 10 -> NODES.arrayNode();
      case 11 -> NODES.arrayNode().add(NODES.nullNode());
      case 12 -> NODES.objectNode();
      default -> nested();
    };
  }

  private static JsonNode nested() {
    ArrayNode nested = NODES.arrayNode();
    for (int depth = 0; depth < DEPTH; depth++) nested = NODES.arrayNode().add(nested);
    return nested;
  }
}
