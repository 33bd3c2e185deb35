package io.sallyport.local.aws.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** REST-XML, as S3 speaks it. */
public final class RestXml implements Protocol {

  private static final String TYPE = "application/xml";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  @Override
  public Family family() {
    return Family.XML;
  }

  @Override
  public Asked asked(Request request, Map<String, Route> routes) {
    return Bindings.asked(request, routes);
  }

  @Override
  public void read(Request request, Asked asked, SdkPojo builder) {
    Bindings.read(request, asked, builder);
    Optional<SdkField<?>> payload = Bindings.payload(builder);
    payload.ifPresent(
        field ->
            Bindings.readPayload(
                request,
                builder,
                field,
                nested ->
                    XmlShape.read(XmlTree.parse(request.text()), nested, field.memberName())));
  }

  @Override
  public Answer write(String operation, SdkPojo response, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-amz-request-id", requestId);
    int status = Bindings.write(response, headers);
    byte[] body = Bindings.body(response, headers, TYPE, pojo -> document(operation, pojo));
    return Answer.of(status, headers, body);
  }

  private static String document(String operation, SdkPojo pojo) {
    StringBuilder out = new StringBuilder(HEAD);
    String root = operation + "Result";
    out.append('<').append(root).append(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    XmlShape.write(pojo, out);
    return out.append("</").append(root).append('>').toString();
  }

  @Override
  public Answer error(AwsError error, String requestId) {
    String xml =
        HEAD
            + "<Error><Code>"
            + XmlTree.escape(error.code())
            + "</Code><Message>"
            + XmlTree.escape(String.valueOf(error.getMessage()))
            + "</Message><RequestId>"
            + requestId
            + "</RequestId></Error>";
    Answer answer = Answer.of(error.status(), TYPE, xml);
    answer.headers().put("x-amz-request-id", requestId);
    error.members().forEach((name, value) -> answer.headers().put(name, String.valueOf(value)));
    return answer;
  }
}
