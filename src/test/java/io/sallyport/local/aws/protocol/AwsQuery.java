package io.sallyport.local.aws.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** The Query protocol: a form in, XML out. */
public final class AwsQuery implements Protocol {

  private static final String TYPE = "text/xml";

  private final String namespace;

  /** With the XML namespace of the service, for example {@code https://iam.amazonaws.com/…}. */
  public AwsQuery(String namespace) {
    this.namespace = namespace;
  }

  @Override
  public Family family() {
    return Family.QUERY;
  }

  @Override
  public Asked asked(Request request, Map<String, Route> routes) {
    return askedBy(request, routes);
  }

  static Asked askedBy(Request request, Map<String, Route> routes) {
    String action = parameters(request).getOrDefault("Action", List.of("(no Action)")).get(0);
    if (!routes.containsKey(action)) {
      throw AwsError.unknownOperation(action);
    }
    return new Asked(action, Map.of());
  }

  /** Of the form, or of the query for a presigned call; signature parameters are no members. */
  static Map<String, List<String>> parameters(Request request) {
    Map<String, List<String>> all = new LinkedHashMap<>(request.query());
    all.keySet().removeIf(name -> name.startsWith("X-Amz-"));
    all.putAll(Request.parse(request.text().trim()));
    return all;
  }

  @Override
  public void read(Request request, Asked asked, SdkPojo builder) {
    new QueryShape(false).read(parameters(request), builder, asked.operation());
  }

  @Override
  public Answer write(String operation, SdkPojo response, String requestId) {
    StringBuilder out = new StringBuilder();
    out.append('<').append(operation).append("Response xmlns=\"").append(namespace).append("\">");
    out.append('<').append(operation).append("Result>");
    XmlShape.write(response, out);
    out.append("</").append(operation).append("Result><ResponseMetadata><RequestId>");
    out.append(requestId).append("</RequestId></ResponseMetadata></").append(operation);
    return answer(200, out.append("Response>").toString(), requestId);
  }

  @Override
  public Answer error(AwsError error, String requestId) {
    String xml =
        "<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"
            .formatted(
                namespace,
                error.status() < 500 ? "Sender" : "Receiver",
                XmlTree.escape(error.code()),
                XmlTree.escape(String.valueOf(error.getMessage())),
                requestId);
    return answer(error.status(), xml, requestId);
  }

  static Answer answer(int status, String xml, String requestId) {
    Answer answer = Answer.of(status, TYPE, xml);
    answer.headers().put("x-amzn-RequestId", requestId);
    return answer;
  }
}
