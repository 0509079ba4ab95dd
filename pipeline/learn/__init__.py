"""How the tables of reference/weights/ are learnt from the texts in reference/training/.

It needs the extra `learning` (scikit-learn) and is run by hand: `python -m pipeline.learn`.
"""
