package io.sallyport.local.aws.protocol;

import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** EC2's own form of the Query protocol: lists without a word between, another error form. */
public final class Ec2Query implements Protocol {

  private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

  @Override
  public Family family() {
    return Family.QUERY;
  }

  @Override
  public Asked asked(Request request, Map<String, Route> routes) {
    return AwsQuery.askedBy(request, routes);
  }

  @Override
  public void read(Request request, Asked asked, SdkPojo builder) {
    new QueryShape(true).read(AwsQuery.parameters(request), builder, asked.operation());
  }

  @Override
  public Answer write(String operation, SdkPojo response, String requestId) {
    StringBuilder out = new StringBuilder();
    out.append('<').append(operation).append("Response xmlns=\"").append(NAMESPACE).append("\">");
    out.append("<requestId>").append(requestId).append("</requestId>");
    XmlShape.write(response, out);
    out.append("</").append(operation).append("Response>");
    return AwsQuery.answer(200, out.toString(), requestId);
  }

  @Override
  public Answer error(AwsError error, String requestId) {
    String xml =
        "<Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors><RequestID>%s</RequestID></Response>"
            .formatted(
                XmlTree.escape(error.code()),
                XmlTree.escape(String.valueOf(error.getMessage())),
                requestId);
    return AwsQuery.answer(error.status(), xml, requestId);
  }
}
