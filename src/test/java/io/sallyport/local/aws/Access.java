package io.sallyport.local.aws;

/** Decides whether a caller may do something; throws the service's refusal if not. */
public interface Access {

  void require(Call call, Permission permission);
}
