package io.sallyport.local.aws.protocol;

import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** One of AWS's wire protocols, over the SDK's own request and response classes. */
public interface Protocol {

  /** Which words this protocol's services use for the same refusal. */
  enum Family {
    JSON,
    QUERY,
    XML
  }

  Family family();

  /** The operation's name and what the path says, or an error that names what is not known. */
  Asked asked(Request request, Map<String, Route> routes);

  /** Fills the SDK's request builder; a member that the class does not have is refused by name. */
  void read(Request request, Asked asked, SdkPojo builder);

  Answer write(String operation, SdkPojo response, String requestId);

  Answer error(AwsError error, String requestId);

  /** What the request asks for: an operation, and the parameters of its path. */
  record Asked(String operation, Map<String, String> path) {}
}
