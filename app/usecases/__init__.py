"""What the product does, each thing once: joins the rooms below."""
