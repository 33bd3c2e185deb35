package io.sallyport.diagrams;

import io.sallyport.rules.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML that a stranger wrote (R01): no DOCTYPE, so no entity and no look at another file; no
 * processing instruction; limits on size, depth and number of elements.
 */
final class XmlReader {

  /** Ten times the largest diagram of the product. */
  static final int SIZE_BYTES_MAX = 1 << 20;

  /** A sub-process in a sub-process needs 8. */
  static final int DEPTH_MAX = 32;

  /** About 200 tasks with their layout. */
  static final int ELEMENTS_MAX = 10_000;

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private XmlReader() {}

  static Xml read(String file, byte[] bytes) {
    if (bytes.length > SIZE_BYTES_MAX) {
      throw refused(file, bytes.length + " bytes long", SIZE_BYTES_MAX + " bytes");
    }
    Tree tree = new Tree(file);
    try {
      XMLReader reader = reader();
      reader.setContentHandler(tree);
      reader.setErrorHandler(tree);
      reader.setEntityResolver(tree);
      reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
    } catch (SAXParseException notXml) {
      throw refused(file, "not readable: " + notXml.getMessage(), "well-formed XML, no DOCTYPE");
    } catch (SAXException | IOException notXml) {
      throw refused(file, "not readable: " + notXml.getMessage(), "well-formed XML in UTF-8");
    } catch (ParserConfigurationException noParser) {
      throw new IllegalStateException("This JDK cannot read XML safely", noParser);
    }
    return tree.root.orElseThrow(() -> refused(file, "empty", "one element"));
  }

  private static XMLReader reader() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(NO_DOCTYPE, true);
    return factory.newSAXParser().getXMLReader();
  }

  private static Refused refused(String file, String value, String limit) {
    return new Refused("diagrams/safe-xml", file, value, limit);
  }

  /** Builds the tree, and stops at the first thing that goes beyond a limit. */
  private static final class Tree extends DefaultHandler {

    private final String file;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<Xml> root = Optional.empty();
    private int elements;

    private Tree(String file) {
      this.file = file;
    }

    private record Open(
        String name, Map<String, String> attributes, List<Xml> children, StringBuilder text) {}

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
      if (open.size() >= DEPTH_MAX) throw refused(file, "nested deeper", DEPTH_MAX + " levels");
      if (++elements > ELEMENTS_MAX) throw refused(file, "larger", ELEMENTS_MAX + " elements");
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < attributes.getLength(); i++) {
        String attribute = Namespaces.name(attributes.getURI(i), attributes.getLocalName(i));
        values.put(attribute, attributes.getValue(i));
      }
      open.push(
          new Open(Namespaces.name(uri, name), values, new ArrayList<>(), new StringBuilder()));
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      open.element().text().append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qName) {
      Open closed = open.pop();
      Xml element =
          new Xml(
              closed.name(),
              closed.attributes(),
              closed.children(),
              closed.text().toString().strip());
      if (open.isEmpty()) root = Optional.of(element);
      else open.element().children().add(element);
    }

    @Override
    public void processingInstruction(String target, String value) {
      throw refused(file, "carrying the instruction " + target, "no processing instruction");
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
      throw refused(file, "asking for " + systemId, "no look at another file");
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
      throw problem;
    }
  }
}
