"""What a plan should keep to: one small function a rule, and `validate`, which asks them all."""

from customs_coop.validation.base import RULES, Rule, validate

__all__ = ["RULES", "Rule", "validate"]
