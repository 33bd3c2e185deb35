package io.sallyport.local.aws.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** REST-JSON: paths, headers and queries carry members; the rest is a JSON document. */
public final class RestJson implements Protocol {

  private static final String TYPE = "application/json";

  @Override
  public Family family() {
    return Family.JSON;
  }

  @Override
  public Asked asked(Request request, Map<String, Route> routes) {
    return Bindings.asked(request, routes);
  }

  @Override
  public void read(Request request, Asked asked, SdkPojo builder) {
    Bindings.read(request, asked, builder);
    Optional<SdkField<?>> payload = Bindings.payload(builder);
    if (payload.isEmpty()) {
      JsonShape.read(AwsJson.document(request), builder, asked.operation());
    } else {
      Bindings.readPayload(
          request,
          builder,
          payload.get(),
          nested -> JsonShape.read(AwsJson.document(request), nested, payload.get().memberName()));
    }
  }

  @Override
  public Answer write(String operation, SdkPojo response, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-amzn-RequestId", requestId);
    int status = Bindings.write(response, headers);
    byte[] body = Bindings.body(response, headers, TYPE, pojo -> JsonShape.write(pojo).toString());
    return Answer.of(status, headers, body);
  }

  @Override
  public Answer error(AwsError error, String requestId) {
    return AwsJson.errorOf(error, requestId, TYPE);
  }
}
